import type { ItemContent } from '#domain/items/item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { emptyAnswers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { TestServer } from './test-server.ts';

/** Replaces what an item asks, by SQL. */
export async function setContent(
  server: TestServer,
  item: { itemId: string } & Partial<ItemContent> & { promptGroup?: number },
): Promise<void> {
  const { pool } = server.services.database;
  if (item.prompt)
    await pool.query('update item_contents set prompt = $2 where item_id = $1', [
      item.itemId,
      JSON.stringify(item.prompt),
    ]);
  if (item.responses) {
    await pool.query('update item_contents set responses = $2 where item_id = $1', [
      item.itemId,
      JSON.stringify(item.responses),
    ]);
    await pool.query('update items set response_count = $2 where id = $1', [
      item.itemId,
      item.responses.length,
    ]);
  }
  if (item.promptGroup !== undefined)
    await pool.query('update items set prompt_group = $2 where id = $1', [item.itemId, item.promptGroup]);
}

export interface TestJudgment {
  readonly assignmentId: string;
  readonly judgmentId: string;
}

/** Adds a submitted judgment by SQL, as the queue would leave it. */
export async function addJudgment(
  server: TestServer,
  judgment: {
    projectId: string;
    itemId: string;
    annotatorId: string;
    answers?: Partial<Answers>;
    activeMs?: number;
    rubricVersion?: number;
    shownOrder?: readonly number[];
    submittedAt?: Date;
  },
): Promise<TestJudgment> {
  const { database, newId } = server.services;
  const assignmentId = newId();
  const judgmentId = newId();
  const at = judgment.submittedAt ?? new Date();
  const version = judgment.rubricVersion ?? 1;
  await database.pool.query(
    `insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until, finished_at, judgment_id)
     values ($1, $2, $3, $4, 'submitted', 1, $5, $6, 1, $7, $7, $7, $8)`,
    [
      assignmentId,
      judgment.projectId,
      judgment.itemId,
      judgment.annotatorId,
      judgment.shownOrder ?? [1, 2],
      version,
      at,
      judgmentId,
    ],
  );
  await insertJudgment(server, { ...judgment, assignmentId, judgmentId, version, at, revision: 1 });
  await database.pool.query(
    'update items set done = done + 1, remaining = greatest(remaining - 1, 0), wanted = greatest(wanted, done + 1) where id = $1',
    [judgment.itemId],
  );
  return { assignmentId, judgmentId };
}

/** Supersedes a judgment, as an amendment does. */
export async function amendByHand(
  server: TestServer,
  amendment: TestJudgment & {
    projectId: string;
    itemId: string;
    annotatorId: string;
    answers: Partial<Answers>;
  },
): Promise<string> {
  const judgmentId = server.services.newId();
  await insertJudgment(server, { ...amendment, judgmentId, version: 1, at: new Date(), revision: 2 });
  await server.services.database.pool.query('update assignments set judgment_id = $2 where id = $1', [
    amendment.assignmentId,
    judgmentId,
  ]);
  return judgmentId;
}

async function insertJudgment(
  server: TestServer,
  row: {
    projectId: string;
    itemId: string;
    annotatorId: string;
    assignmentId: string;
    judgmentId: string;
    answers?: Partial<Answers>;
    activeMs?: number;
    version: number;
    revision: number;
    at: Date;
  },
): Promise<void> {
  await server.services.database.pool.query(
    `insert into judgments (id, project_id, item_id, assignment_id, annotator_id, client_id, body_hash, revision, rubric_version, guideline_version, answers, active_ms, submitted_at)
     values ($1, $2, $3, $4, $5, gen_random_uuid(), '\\x00', $6, $7, 1, $8, $9, $10)`,
    [
      row.judgmentId,
      row.projectId,
      row.itemId,
      row.assignmentId,
      row.annotatorId,
      row.revision,
      row.version,
      JSON.stringify({ ...emptyAnswers, ...row.answers }),
      row.activeMs ?? 5_000,
      row.at,
    ],
  );
}

/** Puts another rubric in place of version 1, so that a test can hold figures worked out by hand. */
export async function setRubric(server: TestServer, projectId: string, rubric: Rubric): Promise<void> {
  const { pool } = server.services.database;
  await pool.query('delete from rubric_versions where project_id = $1 and version = 1', [projectId]);
  await pool.query(
    `insert into rubric_versions (project_id, version, rubric, created_by, created_at)
     select $1, 1, $2, created_by, now() from projects where id = $1`,
    [projectId, JSON.stringify(rubric)],
  );
}
