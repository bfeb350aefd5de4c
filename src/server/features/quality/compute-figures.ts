import { Worker } from 'node:worker_threads';
import type { Evidence } from '#domain/honest-work/evidence.ts';
import type { PeopleFigures } from '#domain/people-quality/people-report.ts';
import type { QualityFigures } from '#domain/quality/quality-report.ts';
import type { WatchedSeries } from '#domain/thresholds/watch-series.ts';
import type { VoteFacts } from './read-votes.ts';

/** What the thread needs: everything else it reads for itself. */
export interface ReportTask {
  readonly url: string;
  /** Whether the database runs on this machine for this server alone. */
  readonly isOwnDatabase: boolean;
  readonly projectId: string;
  readonly now: Date;
}

export interface ReportFigures {
  readonly figures: QualityFigures;
  readonly people: PeopleFigures;
  /** What a lead should look at, of everybody. */
  readonly evidence: readonly Evidence[];
  /** What rules look at, judgment by judgment. */
  readonly watched: readonly WatchedSeries[];
}

export interface ComputedReport {
  readonly facts: VoteFacts;
  /** Null where the project has no rubric yet. */
  readonly figures: ReportFigures | null;
}

/**
 * Reads a project's judgments and computes the figures in a thread of its own, on a connection of its own: both take
 * seconds in a large project, and requests must not wait.
 */
export function computeInThread(given: ReportTask): Promise<ComputedReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./quality-worker.ts', import.meta.url), { workerData: given });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread of the quality report ended with ${code}.`)));
  });
}
