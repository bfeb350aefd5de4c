import { parentPort, workerData } from 'node:worker_threads';
import { computeFigures } from '#domain/quality/quality-report.ts';
import type { Votes } from '#domain/quality/votes.ts';

parentPort?.postMessage(computeFigures(workerData as Votes));
