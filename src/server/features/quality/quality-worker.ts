import { parentPort, workerData } from 'node:worker_threads';
import { findEvidence } from '#domain/honest-work/find-evidence.ts';
import { computePeople } from '#domain/people-quality/people-report.ts';
import { computeFigures } from '#domain/quality/quality-report.ts';
import type { ReportFigures, ReportVotes } from './compute-figures.ts';

const { votes, peopleVotes } = workerData as ReportVotes;
const computed: ReportFigures = {
  figures: computeFigures(votes),
  people: computePeople(peopleVotes),
  evidence: findEvidence(peopleVotes),
};
parentPort?.postMessage(computed);
