import type { Executor, Transaction } from '#server/database/database.ts';

export interface ItemFlag {
  readonly flagId: string;
  readonly kind: string;
  readonly note: string;
  readonly personId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly settledByName: string | null;
  readonly settledNote: string;
}

export async function listFlagsOf(executor: Executor, itemId: string): Promise<ItemFlag[]> {
  return executor
    .selectFrom('flags')
    .innerJoin('people', 'people.id', 'flags.personId')
    .leftJoin('people as settler', 'settler.id', 'flags.settledBy')
    .where('itemId', '=', itemId)
    .select([
      'flags.id as flagId',
      'kind',
      'note',
      'personId',
      'people.name',
      'flags.createdAt',
      'resolvedAt as settledAt',
      'settledBy',
      'settler.name as settledByName',
      'settledNote',
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
  change: { flagId: string; settlement: { by: string; note: string; at: Date } | null },
): Promise<void> {
  const { flagId, settlement } = change;
  await transaction
    .updateTable('flags')
    .set({
      resolvedAt: settlement?.at ?? null,
      settledBy: settlement?.by ?? null,
      settledNote: settlement?.note ?? '',
    })
    .where('id', '=', flagId)
    .execute();
}
