import { sql } from 'kysely';
import type { ProjectRole } from '#domain/access/roles.ts';
import type { GoldSettings } from '#domain/gold/decide-serving.ts';
import type { AnnotatorView } from '#domain/people-quality/own-view.ts';
import type { ProjectState } from '#domain/queue/assignment.ts';
import type { FlagPolicy } from '#domain/queue/flag.ts';
import type { RepeatSettings } from '#domain/queue/repeats.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface ProjectRules {
  readonly state: ProjectState;
  readonly leaseMs: number;
  readonly amendWindowMs: number;
  readonly gold: GoldSettings;
  /** Null where they were never asked for. */
  readonly repeats: RepeatSettings | null;
  readonly rubricVersion: number;
}

export async function findProjectState(
  executor: Executor,
  projectId: string,
): Promise<ProjectState | undefined> {
  return (await findProjectRules(executor, projectId))?.state;
}

export async function findProjectRules(
  executor: Executor,
  projectId: string,
): Promise<ProjectRules | undefined> {
  const row = await executor
    .selectFrom('projects')
    .where('id', '=', projectId)
    .select(['state', 'leaseMs', 'amendWindowMs', 'gold', 'repeats', 'rubricVersion'])
    .executeTakeFirst();
  return (
    row && {
      ...row,
      state: row.state as ProjectState,
      gold: row.gold as GoldSettings,
      repeats: row.repeats as RepeatSettings | null,
    }
  );
}

export interface StoredProject {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly instructions: string;
  readonly state: ProjectState;
  readonly templateKey: string | null;
  readonly overlap: number;
  readonly leaseMs: number;
  readonly amendWindowMs: number;
  readonly targetPerDay: number | null;
  readonly flagPolicy: FlagPolicy;
  readonly annotatorSees: AnnotatorView;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly revision: number;
  readonly createdAt: Date;
}

const columns = [
  'projects.id',
  'projects.name',
  'projects.description',
  'projects.instructions',
  'projects.state',
  'projects.templateKey',
  'projects.overlap',
  'projects.leaseMs',
  'projects.amendWindowMs',
  'projects.targetPerDay',
  'projects.flagPolicy',
  'projects.annotatorSees',
  'projects.rubricVersion',
  'projects.guidelineVersion',
  'projects.revision',
  'projects.createdAt',
] as const;

const named = <Row extends { state: string; flagPolicy: unknown; annotatorSees: string }>(row: Row) => ({
  ...row,
  state: row.state as ProjectState,
  flagPolicy: row.flagPolicy as FlagPolicy,
  annotatorSees: row.annotatorSees as AnnotatorView,
});

/**
 * With `lock` the row is held until the transaction ends. That lets judgments and leases be written meanwhile: their
 * foreign keys would otherwise wait for the project while it waits for their items. 'for_deletion' keeps those out too.
 */
export async function findProject(
  executor: Executor,
  query: { projectId: string; lock?: boolean | 'for_deletion' },
): Promise<StoredProject | undefined> {
  let select = executor.selectFrom('projects').where('id', '=', query.projectId).select(columns);
  if (query.lock) select = query.lock === true ? select.forNoKeyUpdate() : select.forUpdate();
  const row = await select.executeTakeFirst();
  return row && named(row);
}

/** The projects that a person is on, or all of them, newest first, each with the person's roles. */
export async function listProjectsFor(
  executor: Executor,
  query: { personId: string; all: boolean },
): Promise<(StoredProject & { roles: ProjectRole[] })[]> {
  const roles = sql<
    ProjectRole[]
  >`array(select role from project_members m where m.project_id = projects.id and m.person_id = ${query.personId} order by role)`;
  let select = executor
    .selectFrom('projects')
    .select(columns)
    .select(roles.as('roles'))
    .orderBy('projects.createdAt', 'desc');
  if (!query.all)
    select = select.where(
      'projects.id',
      'in',
      executor.selectFrom('projectMembers').where('personId', '=', query.personId).select('projectId'),
    );
  return (await select.execute()).map(named);
}

export interface NewProject
  extends Omit<StoredProject, 'revision' | 'createdAt' | 'flagPolicy' | 'annotatorSees'> {
  /** Left out means the usual one. */
  readonly flagPolicy?: FlagPolicy | undefined;
  readonly createdBy: string;
  readonly now: Date;
}

/** Returns false where the name is taken. */
export async function insertProject(executor: Executor, project: NewProject): Promise<boolean> {
  const { now, flagPolicy, ...values } = project;
  const result = await executor
    .insertInto('projects')
    .values({ ...values, ...(flagPolicy && { flagPolicy: JSON.stringify(flagPolicy) }), createdAt: now })
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export interface ProjectChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly instructions?: string | undefined;
  readonly state?: ProjectState | undefined;
  readonly overlap?: number | undefined;
  readonly leaseMs?: number | undefined;
  readonly amendWindowMs?: number | undefined;
  readonly targetPerDay?: number | null | undefined;
  readonly flagPolicy?: FlagPolicy | undefined;
  readonly annotatorSees?: AnnotatorView | undefined;
  readonly rubricVersion?: number;
  readonly guidelineVersion?: number;
}

/** Changes a locked project; its revision rises by one. */
export async function changeProject(
  transaction: Transaction,
  query: { projectId: string; change: ProjectChange },
): Promise<void> {
  const { flagPolicy, ...change } = query.change;
  const values = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await transaction
    .updateTable('projects')
    .set(values)
    .set(flagPolicy === undefined ? {} : { flagPolicy: JSON.stringify(flagPolicy) })
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', query.projectId)
    .execute();
}

export async function isNameTaken(
  executor: Executor,
  query: { name: string; exceptId: string },
): Promise<boolean> {
  const row = await executor
    .selectFrom('projects')
    .where(sql`lower(name)`, '=', sql`lower(${query.name})`)
    .where('id', '!=', query.exceptId)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Sets how many judgments each item wants; places that are held or done are never taken away. */
export async function changeOverlap(
  transaction: Transaction,
  query: { projectId: string; overlap: number },
): Promise<void> {
  // A large project takes a while; nothing else waits for these rows longer than one statement.
  await sql`set local statement_timeout = 0`.execute(transaction);
  await sql`
    update items set wanted = greatest(${query.overlap}::int, wanted - remaining), remaining = greatest(${query.overlap}::int, wanted - remaining) - (wanted - remaining)
    where project_id = ${query.projectId}
      -- What answers have settled stays settled.
      and not exists (select 1 from overlap_outcomes o where o.item_id = items.id and o.outcome = 'settled')`.execute(
    transaction,
  );
  await transaction.deleteFrom('queueCursors').where('projectId', '=', query.projectId).execute();
}

/** Waits for submissions under way and holds later ones off until the transaction ends. */
export async function lockItems(transaction: Transaction, projectId: string): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(transaction);
  await sql`select count(*) from (select 1 from items where project_id = ${projectId} order by id for update) locked`.execute(
    transaction,
  );
}

export interface ProjectFiles {
  readonly uploadIds: readonly string[];
  readonly exportIds: readonly string[];
}

/** Names what a project has in the data folder. */
export async function listProjectFiles(executor: Executor, projectId: string): Promise<ProjectFiles> {
  const uploads = await executor
    .selectFrom('uploads')
    .where('projectId', '=', projectId)
    .select('id')
    .execute();
  const exports = await executor
    .selectFrom('exports')
    .where('projectId', '=', projectId)
    .select('id')
    .execute();
  return { uploadIds: uploads.map(({ id }) => id), exportIds: exports.map(({ id }) => id) };
}

export async function deleteProjectRow(transaction: Transaction, projectId: string): Promise<void> {
  await transaction.deleteFrom('golds').where('projectId', '=', projectId).execute();
  await transaction.deleteFrom('items').where('projectId', '=', projectId).execute();
  await transaction.deleteFrom('imports').where('projectId', '=', projectId).execute();
  await transaction.deleteFrom('projects').where('id', '=', projectId).execute();
}

export async function hasJudgments(executor: Executor, projectId: string): Promise<boolean> {
  const row = await executor
    .selectFrom('judgments')
    .where('projectId', '=', projectId)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface ProjectCounts {
  readonly itemsTotal: number;
  readonly itemsDone: number;
  readonly judgmentsTotal: number;
}

/** Counts over the queue's small rows; for a million items about a fifth of a second, so callers keep the answer a while. */
export async function countProject(executor: Executor, projectId: string): Promise<ProjectCounts> {
  const row = await executor
    .selectFrom('items')
    .where('projectId', '=', projectId)
    .select([
      sql<number>`(count(*) filter (where set_aside_at is null or done > 0))::int`.as('itemsTotal'),
      sql<number>`(count(*) filter (where done >= wanted or dropped_at is not null or (set_aside_at is not null and done > 0)))::int`.as(
        'itemsDone',
      ),
      sql<number>`coalesce(sum(done), 0)::int`.as('judgmentsTotal'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}
