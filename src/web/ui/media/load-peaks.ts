import { computePeaks } from './peaks.ts';

export const peakCount = 600;
/** Decoded, a recording takes many times its room; beyond this it is played without its waveform. */
const mostBytes = 60_000_000;
/** A waveform needs no more, and this decodes an hour into some 115 MB. */
const sampleRate = 8_000;

/** Loads and decodes a recording for its waveform; null where the browser cannot, or it is too long. */
export async function loadPeaks(url: string, signal: AbortSignal): Promise<readonly number[] | null> {
  if (typeof OfflineAudioContext === 'undefined') return null;
  const answer = await fetch(url, { signal });
  const bytes = Number(answer.headers.get('content-length') ?? Number.POSITIVE_INFINITY);
  if (!answer.ok || bytes > mostBytes) {
    await answer.body?.cancel();
    return null;
  }
  const data = await answer.arrayBuffer();
  try {
    const sound = await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(data);
    return computePeaks(sound.getChannelData(0), peakCount);
  } catch {
    // The player may still know the format, or will say that it does not.
    return null;
  }
}
