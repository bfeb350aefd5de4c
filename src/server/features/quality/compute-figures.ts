import { Worker } from 'node:worker_threads';
import type { QualityFigures } from '#domain/quality/quality-report.ts';
import type { Votes } from '#domain/quality/votes.ts';

/** Computes the figures in a thread of its own: resampling a large project takes seconds, and requests must not wait. */
export function computeInThread(votes: Votes): Promise<QualityFigures> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./quality-worker.ts', import.meta.url), { workerData: votes });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread of the quality report ended with ${code}.`)));
  });
}
