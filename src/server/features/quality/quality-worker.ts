import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { findEvidence } from '#domain/honest-work/find-evidence.ts';
import { computePeople } from '#domain/people-quality/people-report.ts';
import { mainCriterion } from '#domain/quality/compare-people.ts';
import { computeFigures } from '#domain/quality/quality-report.ts';
import type { Votes } from '#domain/quality/votes.ts';
import { watchSeries } from '#domain/thresholds/watch-series.ts';
import { type Database, openDatabase } from '#server/database/database.ts';
import type { ComputedReport, ReportFigures, ReportTask } from './compute-figures.ts';
import { readPeopleVotes } from './read-people-votes.ts';
import { readVotes } from './read-votes.ts';

const lowestPriority = 19;

async function compute(
  database: Database,
  { projectId, now, votes }: ReportTask & { readonly votes: Votes },
): Promise<ReportFigures | null> {
  // People are looked at on the same criterion everywhere.
  const mainKey = mainCriterion(votes)?.key ?? null;
  const peopleVotes = await readPeopleVotes(database, { projectId, mainKey, now });
  return (
    peopleVotes && {
      figures: computeFigures(votes),
      people: computePeople(peopleVotes),
      evidence: findEvidence(peopleVotes),
      watched: watchSeries(peopleVotes),
    }
  );
}

/** What the database does for this thread waits behind what it does for people, too. */
async function stepBack({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  try {
    setPriority(rows[0]?.pid ?? 0, lowestPriority);
  } catch {
    // Not allowed everywhere, and the figures come out the same.
  }
}

const task = workerData as ReportTask;
// On Linux a priority belongs to a thread; elsewhere it would slow down the whole server.
const isLinux = process.platform === 'linux';
if (isLinux) setPriority(lowestPriority);
// A connection that breaks fails the query under way, which says so.
const database = openDatabase({ url: task.url, maxConnections: 1, onError: () => {} });
try {
  if (isLinux && task.isOwnDatabase) await stepBack(database);
  const { votes, ...facts } = await readVotes(database, task.projectId);
  const computed: ComputedReport = {
    facts,
    figures: votes && (await compute(database, { ...task, votes })),
  };
  parentPort?.postMessage(computed);
} finally {
  await database.close();
}
