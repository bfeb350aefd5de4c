import { Worker } from 'node:worker_threads';
import type { Evidence } from '#domain/honest-work/evidence.ts';
import type { PeopleFigures } from '#domain/people-quality/people-report.ts';
import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import type { QualityFigures } from '#domain/quality/quality-report.ts';
import type { Votes } from '#domain/quality/votes.ts';

/** What is computed from: who agrees with whom, and how each person works. */
export interface ReportVotes {
  readonly votes: Votes;
  readonly peopleVotes: PeopleVotes;
}

export interface ReportFigures {
  readonly figures: QualityFigures;
  readonly people: PeopleFigures;
  /** What a lead should look at, of everybody. */
  readonly evidence: readonly Evidence[];
}

/** Computes the figures in a thread of its own: resampling a large project takes seconds, and requests must not wait. */
export function computeInThread(given: ReportVotes): Promise<ReportFigures> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./quality-worker.ts', import.meta.url), { workerData: given });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread of the quality report ended with ${code}.`)));
  });
}
