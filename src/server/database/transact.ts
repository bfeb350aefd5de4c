import type { Tables, Transaction } from './database.ts';

/** Two transactions that waited for each other, or saw each other's writes: PostgreSQL ends one, which may try again. */
const passing = new Set(['40P01', '40001']);

/** Runs a transaction, again if PostgreSQL ended it only because of another one. `work` must have no outside effects. */
export async function transact<Result>(
  tables: Tables,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tables.transaction().execute(work);
    } catch (error) {
      if (tries === 5 || !passing.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}
