/**
 * The quality report of a large project through the product's own actions on an embedded PostgreSQL: how long it takes, how
 * long its pages take to read, and what claims and submissions of others feel of it meanwhile.
 *   npm run bench:quality [-- --judgments 1000000 --people 200]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import { usualConnections } from '#server/database/database.ts';
import { submitJudgment } from '#server/features/judging/submit-judgment.ts';
import { claimNext } from '#server/features/judging/take-hand.ts';
import { readPeople, readPerson } from '#server/features/quality/read-people.ts';
import { readReport } from '#server/features/quality/read-report.ts';
import { runQuality } from '#server/features/quality/run-quality.ts';
import { judgingServicesOf, startBench } from './embedded.ts';
import { fillSharedProject } from './fill-shared-project.ts';
import { describeMachine, milliseconds, percentile } from './measure.ts';

const { values: args } = parseArgs({
  options: {
    judgments: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '200' },
  },
});

const bench = await startBench({ maxConnections: usualConnections });
const services = judgingServicesOf(bench);

/** A second project, in which people judge while the report of the first is computed. */
async function openSecondProject(rubricOf: string): Promise<{ projectId: string; annotators: string[] }> {
  const { pool } = services.database;
  const projectId = services.newId();
  await pool.query(
    `insert into projects (id, name, state, overlap, lease_ms, amend_window_ms, rubric_version, guideline_version, created_by, created_at)
     select $1, 'Second', 'open', overlap, lease_ms, amend_window_ms, 1, 1, created_by, now() from projects where id = $2`,
    [projectId, rubricOf],
  );
  await pool.query(
    `insert into rubric_versions (project_id, version, rubric, created_by, created_at) select $1, 1, rubric, created_by, now() from rubric_versions where project_id = $2`,
    [projectId, rubricOf],
  );
  await pool.query(
    `insert into items (id, project_id, fingerprint, prompt_group, priority, response_count, wanted, remaining, done, created_at)
     select uuidv7(), $1::uuid, sha256(convert_to(n::text, 'UTF8')), n, 0, 2, 3, 3, 0, now() from generate_series(1, 20000) n`,
    [projectId],
  );
  const people = await pool.query<{ id: string }>(`select id from people where deployment_role = 'member'`);
  return { projectId, annotators: people.rows.map(({ id }) => id) };
}

/** Eight people who each take and judge a task about twenty times a second, until told to stop; returns sorted times. */
function startWork({ projectId, annotators }: { projectId: string; annotators: readonly string[] }) {
  const times: number[] = [];
  let isOver = false;
  const person = async (annotatorId: string): Promise<void> => {
    while (!isOver) {
      const startedAt = performance.now();
      const claimed = await claimNext(services, { projectId, annotatorId, size: 3 });
      if (typeof claimed === 'string') return;
      const receipt = await submitJudgment(services, {
        projectId,
        assignmentId: claimed.assignmentId,
        annotatorId,
        clientId: services.newId(),
        answers: {
          ...emptyAnswers,
          pair: { overall: { verdict: 'prefers', responseId: 'r1', strength: 2 } },
        },
        activeMs: 30_000,
      });
      if (isRefusal(receipt)) throw new Error(receipt.message);
      times.push(performance.now() - startedAt);
      await sleep(50);
    }
  };
  const people = Promise.all(annotators.slice(0, 8).map(person));
  return async (): Promise<number[]> => {
    isOver = true;
    await people;
    return times.sort((a, b) => a - b);
  };
}

function describe(times: readonly number[]): string {
  return `${times.length} pairs of claim and submission, p50 ${milliseconds(percentile(times, 50))}, p99 ${milliseconds(percentile(times, 99))}, longest ${milliseconds(times.at(-1) ?? Number.NaN)}`;
}

async function timeOf(act: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now();
    await act();
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  return `${milliseconds(percentile(times, 50))}, longest ${milliseconds(times.at(-1) ?? Number.NaN)}`;
}

console.log(describeMachine());
const client = await services.database.pool.connect();
const projectId = await fillSharedProject(client, {
  judgments: Number(args.judgments),
  people: Number(args.people),
});
client.release(true);
const second = await openSecondProject(projectId);
console.log(`${Number(args.judgments).toLocaleString('en')} judgments of ${args.people} people\n`);

const warmUp = startWork(second);
await sleep(2_000);
await warmUp();
const quiet = startWork(second);
await sleep(10_000);
console.log(`alone:                 ${describe(await quiet())}`);

let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 100);
const meanwhile = startWork(second);
const startedAt = performance.now();
await runQuality(services, projectId);
const seconds = (performance.now() - startedAt) / 1000;
console.log(`while it is computed:  ${describe(await meanwhile())}`);
clearInterval(watch);
console.log(
  `the report took ${seconds.toFixed(1)} s, peak memory of the server ${Math.round(peak / 1e6)} MB`,
);
const [person] = second.annotators;
console.log(`reading the quality page: ${await timeOf(() => readReport(services, projectId))}`);
console.log(`reading the page of people: ${await timeOf(() => readPeople(services, projectId))}`);
console.log(
  `reading one person: ${await timeOf(() => readPerson(services, { projectId, personId: person ?? '' }))}`,
);
await bench.stop();
