import { sql } from 'kysely';
import type { Executor, Transaction } from '#server/database/database.ts';
import { packArray, packInt4s, packTexts } from './binary-array.ts';

export interface StoredRejection {
  readonly line: number;
  /** Tells apart several complaints, also about one line. */
  readonly ordinal: number;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
}

function packLine(line: number): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(BigInt(line));
  return bytes;
}

export async function insertRejections(
  transaction: Transaction,
  importId: string,
  rejections: readonly StoredRejection[],
): Promise<void> {
  if (rejections.length === 0) return;
  await sql`
    insert into import_rejections (import_id, line, ordinal, field, code, message)
    select ${importId}::uuid, line, ordinal, field, code, message
    from unnest(
      ${packArray(
        'int8',
        rejections.map(({ line }) => packLine(line)),
      )}::int8[],
      ${packInt4s(rejections.map(({ ordinal }) => ordinal))}::int4[],
      ${packTexts(rejections.map(({ field }) => field))}::text[],
      ${packTexts(rejections.map(({ code }) => code))}::text[],
      ${packTexts(rejections.map(({ message }) => message))}::text[]
    ) as fresh (line, ordinal, field, code, message)`.execute(transaction);
}

/** One page in the order of the file. */
export async function listRejectionsOf(
  executor: Executor,
  query: { importId: string; after: readonly [line: number, ordinal: number] | null; limit: number },
): Promise<StoredRejection[]> {
  let select = executor
    .selectFrom('importRejections')
    .where('importId', '=', query.importId)
    .select(['line', 'ordinal', 'field', 'code', 'message'])
    .orderBy('line')
    .orderBy('ordinal')
    .limit(query.limit);
  if (query.after) {
    const [line, ordinal] = query.after;
    select = select.where(sql<boolean>`(line, ordinal) > (${line}::bigint, ${ordinal}::int)`);
  }
  return select.execute();
}
