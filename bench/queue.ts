/**
 * Claim + submit through the product's own actions on an embedded PostgreSQL with fsync on.
 *   npm run bench:queue [-- --seconds 15 --clients 64]
 */
import { parseArgs } from 'node:util';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { usualConnections } from '#server/database/database.ts';
import type { JudgingServices } from '#server/features/judging/judging-services.ts';
import { submitJudgment } from '#server/features/judging/submit-judgment.ts';
import { claimNext } from '#server/features/judging/take-hand.ts';
import { createProject } from '#server/features/projects/create-project.ts';
import type { Services } from '#server/services/services.ts';
import { judgingServicesOf, startBench } from './embedded.ts';
import { describeMachine, milliseconds, percentile, processorOfDatabase } from './measure.ts';

const { values: args } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    clients: { type: 'string', default: '64' },
    annotators: { type: 'string', default: '500' },
  },
});
const seconds = Number(args.seconds);
const clients = Number(args.clients);

interface Run {
  readonly pairsPerSecond: number;
  readonly claim: number[];
  readonly submit: number[];
  /** Processor time a pair, ms: what does not depend on how busy the host is. */
  readonly ownMs: number;
  readonly databaseMs: number;
}

const template = rubricTemplates[0];
if (!template) throw new Error('no template');

async function makeProject(
  services: Services,
  size: { items: number; shareDone: number },
): Promise<{ projectId: string; annotators: string[] }> {
  const { pool } = services.database;
  const owner = services.newId();
  await pool.query(
    `insert into people (id, email, name, deployment_role, created_at) values ($1, $2, 'Owner', 'owner', now())`,
    [owner, `${owner}@bench.example`],
  );
  const projectId = await createProject(services, {
    personId: owner,
    name: `bench ${size.items} ${size.shareDone}`,
    description: '',
    instructions: '',
    overlap: 3,
    leaseMs: 1_800_000,
    amendWindowMs: 3_600_000,
    templateKey: template?.key,
  });
  if (typeof projectId !== 'string') throw new Error(projectId.message);
  await pool.query(`update projects set state = 'open' where id = $1`, [projectId]);
  await pool.query(
    `insert into items (id, project_id, fingerprint, prompt_group, priority, response_count, wanted, remaining, done, created_at)
     select uuidv7(), $1::uuid, sha256(convert_to($1::text || n, 'UTF8')), n, 0, 2, 3, case when n % 1000 < $3 then 0 else 3 end, case when n % 1000 < $3 then 3 else 0 end, now() from generate_series(1, $2::int) n`,
    [projectId, size.items, Math.round(size.shareDone * 1000)],
  );
  const annotators = Array.from({ length: Number(args.annotators) }, () => services.newId());
  await pool.query(
    `insert into people (id, email, name, deployment_role, created_at) select id, id || '@bench.example', 'Annotator', 'member', now() from unnest($1::uuid[]) id`,
    [annotators],
  );
  await pool.query('vacuum analyze items');
  return { projectId, annotators };
}

async function work(
  services: JudgingServices,
  job: { projectId: string; annotators: readonly string[]; seconds: number },
): Promise<Run> {
  const claim: number[] = [];
  const submit: number[] = [];
  const startedAt = performance.now();
  const ownBefore = process.cpuUsage();
  const databaseBefore = processorOfDatabase(bench.databasePid);
  const endAt = startedAt + job.seconds * 1000;
  const client = async (index: number): Promise<void> => {
    for (let turn = index; performance.now() < endAt; turn += clients) {
      const annotatorId = job.annotators[turn % job.annotators.length] ?? '';
      const t0 = performance.now();
      const claimed = await claimNext(services, { projectId: job.projectId, annotatorId, size: 3 });
      const t1 = performance.now();
      if (typeof claimed === 'string') continue;
      const answers = {
        ...emptyAnswers,
        pair: Object.fromEntries(
          (template?.rubric.criteria ?? [])
            .filter((each) => each.target === 'pair')
            .map((each) => [each.key, { verdict: 'prefers' as const, responseId: 'r1', strength: 2 }]),
        ),
      };
      const receipt = await submitJudgment(services, {
        projectId: job.projectId,
        assignmentId: claimed.assignmentId,
        annotatorId,
        clientId: services.newId(),
        answers,
        activeMs: 30_000,
      });
      if (isRefusal(receipt)) throw new Error(receipt.message);
      claim.push(t1 - t0);
      submit.push(performance.now() - t1);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  const elapsed = (performance.now() - startedAt) / 1000;
  const own = process.cpuUsage(ownBefore);
  return {
    ownMs: (own.user + own.system) / 1000 / claim.length,
    databaseMs: (processorOfDatabase(bench.databasePid) - databaseBefore) / claim.length,
    pairsPerSecond: claim.length / elapsed,
    claim: claim.sort((a, b) => a - b),
    submit: submit.sort((a, b) => a - b),
  };
}

const bench = await startBench({ maxConnections: usualConnections });
const services = judgingServicesOf(bench);
console.log(
  `${describeMachine()}; ${clients} clients over the product's ${usualConnections} connections, ${args.annotators} annotators, overlap 3, ${seconds} s each\n`,
);
console.log(
  'items                 pairs/s   claim p50 / p99        submit p50 / p99       processor a pair: here / database',
);
for (const size of [
  { items: 10_000, shareDone: 0 },
  { items: 1_000_000, shareDone: 0 },
  { items: 1_000_000, shareDone: 0.99 },
]) {
  const project = await makeProject(services, size);
  // Connections open and plans are made before anything is measured.
  await work(services, { ...project, seconds: 2 });
  const run = await work(services, { ...project, seconds });
  const label = `${size.items.toLocaleString('en')}${size.shareDone ? `, ${size.shareDone * 100} % done` : ''}`;
  console.log(
    `${label.padEnd(20)} ${run.pairsPerSecond.toFixed(0).padStart(8)}   ${`${milliseconds(percentile(run.claim, 50))} / ${milliseconds(percentile(run.claim, 99))}`.padEnd(20)}   ${`${milliseconds(percentile(run.submit, 50))} / ${milliseconds(percentile(run.submit, 99))}`.padEnd(20)}   ${run.ownMs.toFixed(2)} / ${run.databaseMs.toFixed(2)} ms`,
  );
  const wrong = await services.database.pool.query(
    'select count(*)::int as count from items i where remaining + done + (select count(*) from assignments a where a.item_id = i.id and a.state = $2) <> wanted and project_id = $1 and exists (select 1 from assignments a where a.item_id = i.id)',
    [project.projectId, 'leased'],
  );
  console.log(`                     items whose places do not add up: ${wrong.rows[0]?.count}`);
}
await bench.stop();
