import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { FlagKind } from '#domain/queue/assignment.ts';
import type { Executor } from '#server/database/database.ts';

/** A flag as it stands among all questions of a project. */
export interface QuestionRow {
  readonly flagId: string;
  readonly itemId: string;
  readonly kind: string;
  readonly note: string;
  readonly criterionKey: string | null;
  readonly section: string;
  readonly violationType: string | null;
  readonly quote: string;
  readonly unitId: string | null;
  readonly judgmentId: string | null;
  readonly personId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly promptStart: string | null;
  readonly heldAt: Date | null;
  readonly droppedAt: Date | null;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly settledByName: string | null;
  readonly settledNote: string;
  readonly settledOutcome: string | null;
}

export type QuestionState = 'open' | 'settled';

const statesOf: Readonly<Record<QuestionState, RawBuilder<SqlBool>>> = {
  open: sql`f.resolved_at is null`,
  settled: sql`f.resolved_at is not null`,
};

/** Flags of a project, oldest first while they are open, newest first once they are settled. */
export async function listQuestions(
  executor: Executor,
  query: {
    projectId: string;
    state: QuestionState;
    kind?: FlagKind | undefined;
    /** The last one of the page before. */
    cursorId: string | null;
    limit: number;
  },
): Promise<QuestionRow[]> {
  const { state, kind, cursorId } = query;
  const isOpen = state === 'open';
  const conditions = [
    sql<SqlBool>`f.project_id = ${query.projectId}`,
    statesOf[state],
    ...(kind === undefined ? [] : [sql<SqlBool>`f.kind = ${kind}`]),
    ...(cursorId === null
      ? []
      : [isOpen ? sql<SqlBool>`f.id > ${cursorId}` : sql<SqlBool>`f.id < ${cursorId}`]),
  ];
  const result = await sql<QuestionRow>`
    select f.id as flag_id, f.item_id, f.kind, f.note, f.criterion_key, f.section, f.violation_type, f.quote, f.unit_id, f.judgment_id,
      f.person_id, people.name, f.created_at, left(c.prompt -> -1 ->> 'content', 300) as prompt_start, i.held_at, i.dropped_at,
      f.resolved_at as settled_at, f.settled_by, settler.name as settled_by_name, f.settled_note, f.settled_outcome
    from flags f
      join people on people.id = f.person_id
      join items i on i.id = f.item_id
      join item_contents c on c.item_id = f.item_id
      left join people settler on settler.id = f.settled_by
    where ${sql.join(conditions, sql` and `)}
    order by f.id ${isOpen ? sql`asc` : sql`desc`} limit ${query.limit}`.execute(executor);
  return result.rows;
}

/** How many flags of each kind are open. */
export async function countOpenQuestions(
  executor: Executor,
  projectId: string,
): Promise<{ kind: string; count: number }[]> {
  const result = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from flags where project_id = ${projectId} and resolved_at is null
    group by kind order by count desc, kind`.execute(executor);
  return result.rows;
}

export interface OwnQuestionRow {
  readonly flagId: string;
  readonly kind: string;
  readonly note: string;
  readonly section: string;
  readonly promptStart: string | null;
  readonly settledAt: Date;
  readonly settledNote: string;
  readonly settledOutcome: string | null;
}

/** The flags of a person that were settled, newest answer first. */
export async function listOwnAnswered(
  executor: Executor,
  query: { projectId: string; personId: string; limit: number },
): Promise<OwnQuestionRow[]> {
  const result = await sql<OwnQuestionRow>`
    select f.id as flag_id, f.kind, f.note, f.section, left(c.prompt -> -1 ->> 'content', 300) as prompt_start,
      f.resolved_at as settled_at, f.settled_note, f.settled_outcome
    from flags f join item_contents c on c.item_id = f.item_id
    where f.project_id = ${query.projectId} and f.person_id = ${query.personId} and f.resolved_at is not null
    order by f.resolved_at desc limit ${query.limit}`.execute(executor);
  return result.rows;
}
