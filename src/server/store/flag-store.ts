import type { Answers } from '#domain/judging/answers.ts';
import type { FlagKind } from '#domain/queue/assignment.ts';
import type { FlagOutcome, FlagPolicy } from '#domain/queue/flag.ts';
import type { ViolationType } from '#domain/queue/violation-types.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface NewFlag {
  readonly id: string;
  readonly projectId: string;
  readonly itemId: string;
  readonly assignmentId: string;
  readonly personId: string;
  readonly kind: FlagKind;
  readonly note: string;
  /** The heading of the guidelines' section concerned, where it names one. */
  readonly section?: string;
  readonly violationType: ViolationType | null;
  readonly quote: string;
  readonly unitId: string | null;
  readonly answersSoFar: Answers | null;
  readonly now: Date;
}

/** False where a flag of this id is there already; it stays as it is. */
export async function insertFlag(executor: Executor, flag: NewFlag): Promise<boolean> {
  const { now, answersSoFar, ...values } = flag;
  const result = await executor
    .insertInto('flags')
    .values({
      ...values,
      answersSoFar: answersSoFar === null ? null : JSON.stringify(answersSoFar),
      createdAt: now,
    })
    // A retry: the first one counts.
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
}

/** Whose flag it is, and whether its item is held. */
export async function findFlag(
  executor: Executor,
  flagId: string,
): Promise<{ personId: string; assignmentId: string; heldAt: Date | null } | undefined> {
  return executor
    .selectFrom('flags')
    .innerJoin('items', 'items.id', 'flags.itemId')
    .where('flags.id', '=', flagId)
    .select(['flags.personId', 'flags.assignmentId', 'items.heldAt'])
    .executeTakeFirst();
}

/** Which kinds of flags hold an item of the project; none where the project is gone. */
export async function readFlagPolicy(executor: Executor, projectId: string): Promise<FlagPolicy> {
  const row = await executor
    .selectFrom('projects')
    .where('id', '=', projectId)
    .select('flagPolicy')
    .executeTakeFirst();
  return row === undefined ? { hold: [] } : (row.flagPolicy as FlagPolicy);
}

export interface ItemFlag {
  readonly flagId: string;
  readonly kind: string;
  readonly note: string;
  readonly criterionKey: string | null;
  readonly section: string;
  readonly violationType: string | null;
  readonly quote: string;
  readonly unitId: string | null;
  readonly answersSoFar: unknown;
  readonly rubricVersion: number;
  readonly personId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly settledByName: string | null;
  readonly settledNote: string;
  readonly settledOutcome: string | null;
}

export async function listFlagsOf(executor: Executor, itemId: string): Promise<ItemFlag[]> {
  return executor
    .selectFrom('flags')
    .innerJoin('people', 'people.id', 'flags.personId')
    .innerJoin('assignments', 'assignments.id', 'flags.assignmentId')
    .leftJoin('people as settler', 'settler.id', 'flags.settledBy')
    .where('flags.itemId', '=', itemId)
    .select([
      'flags.id as flagId',
      'kind',
      'note',
      'criterionKey',
      'section',
      'violationType',
      'quote',
      'unitId',
      'answersSoFar',
      'assignments.rubricVersion',
      'personId',
      'people.name',
      'flags.createdAt',
      'resolvedAt as settledAt',
      'settledBy',
      'settler.name as settledByName',
      'settledNote',
      'settledOutcome',
    ])
    .orderBy('flags.createdAt')
    .orderBy('flags.id')
    .execute();
}

/** Holds a flag until the transaction ends, so that two people settle it one after the other. */
export async function lockFlag(
  transaction: Transaction,
  query: { projectId: string; flagId: string },
): Promise<{ itemId: string; settledAt: Date | null } | undefined> {
  return transaction
    .selectFrom('flags')
    .where('id', '=', query.flagId)
    .where('projectId', '=', query.projectId)
    .select(['itemId', 'resolvedAt as settledAt'])
    .forUpdate()
    .executeTakeFirst();
}

/** Notes who settled a flag; null opens it again. */
export async function changeSettlement(
  transaction: Transaction,
  change: {
    flagId: string;
    settlement: { by: string; note: string; outcome: FlagOutcome | null; at: Date } | null;
  },
): Promise<void> {
  const { flagId, settlement } = change;
  await transaction
    .updateTable('flags')
    .set({
      resolvedAt: settlement?.at ?? null,
      settledBy: settlement?.by ?? null,
      settledNote: settlement?.note ?? '',
      settledOutcome: settlement?.outcome ?? null,
    })
    .where('id', '=', flagId)
    .execute();
}
