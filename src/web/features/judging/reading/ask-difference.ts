import type { Difference } from './compute-difference.ts';

function computeBeside(texts: { readonly one: string; readonly other: string }, signal: AbortSignal) {
  return new Promise<Difference>((resolve, reject) => {
    const worker = new Worker(new URL('./difference-worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', end);
    worker.addEventListener('message', ({ data }: MessageEvent<Difference>) => {
      end();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      end();
      reject(new Error('The difference could not be computed beside the page.'));
    });
    worker.postMessage(texts);
  });
}

const quickLimits = { wordsMs: 60, linesMs: 60, wordCharacters: 60_000 };

async function computeHere(texts: { readonly one: string; readonly other: string }): Promise<Difference> {
  const { computeDifference } = await import('./compute-difference.ts');
  return computeDifference(texts, quickLimits);
}

/** The difference of two texts, computed beside the page so that keys go on working; ended by the signal. */
export async function askDifference(
  texts: { readonly one: string; readonly other: string },
  signal: AbortSignal,
): Promise<Difference> {
  if (typeof Worker === 'undefined') return computeHere(texts);
  try {
    return await computeBeside(texts, signal);
  } catch {
    // Without a worker the page itself computes, within limits that nobody notices.
    return computeHere(texts);
  }
}
