import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type CriterionStatistics, type CriterionUnits, computeCriterion } from './criterion-statistics.ts';

/** Units up to which a criterion takes a few milliseconds, less than it takes to begin a thread. */
const smallUnits = 300;

/** Computes the agreement of every criterion without holding up requests. */
export async function computeStatistics(
  criteria: readonly CriterionUnits[],
): Promise<readonly CriterionStatistics[]> {
  if (criteria.some(({ units }) => units.starts.length > smallUnits)) return computeInThread(criteria);
  const made: CriterionStatistics[] = [];
  for (const criterion of criteria) {
    made.push(computeCriterion(criterion));
    await nextTurn();
  }
  return made;
}

function computeInThread(criteria: readonly CriterionUnits[]): Promise<readonly CriterionStatistics[]> {
  const workerData = criteria.map(({ key, metric, units }) => ({
    key,
    metric,
    units: { starts: Int32Array.from(units.starts), values: Float64Array.from(units.values) },
  }));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./statistics-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The statistics thread ended with ${code}.`)));
  });
}
