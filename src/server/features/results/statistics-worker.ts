import { parentPort, workerData } from 'node:worker_threads';
import { type CriterionUnits, computeCriterion } from './criterion-statistics.ts';

// A thread of its own: a thousand resamples of a large project take seconds, and requests must not wait for them.
parentPort?.postMessage((workerData as readonly CriterionUnits[]).map(computeCriterion));
