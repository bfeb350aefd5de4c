import { sql } from 'kysely';
import type { SourceVerdict } from '#domain/imports/source-item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Executor, Transaction } from '#server/database/database.ts';
import { packTexts, packUuids } from './binary-array.ts';

export interface VerdictItem {
  readonly itemId: string;
  readonly responseIds: readonly string[];
  readonly verdict: SourceVerdict;
}

/** One page of an import's items that came with a verdict, by id. */
export async function listVerdictItems(
  executor: Executor,
  query: { projectId: string; importId: string; afterId: string | null; limit: number },
): Promise<VerdictItem[]> {
  const result = await sql<VerdictItem>`
    select i.id as item_id, c.source_verdict as verdict,
      array(select response ->> 'id' from jsonb_array_elements(c.responses) with ordinality as r (response, place) order by place) as response_ids
    from items i join item_contents c on c.item_id = i.id
    where i.project_id = ${query.projectId} and i.import_id = ${query.importId}
      and c.source_verdict is not null
      and i.id > ${query.afterId ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by i.id limit ${query.limit}`.execute(executor);
  return result.rows;
}

/** Makes known answers of an import's verdicts and counts those that were new; an item keeps the gold that it has. */
export async function insertImportedGolds(
  transaction: Transaction,
  golds: {
    projectId: string;
    importId: string;
    rubricVersion: number;
    createdBy: string;
    now: Date;
    rows: readonly { itemId: string; answers: Answers }[];
  },
): Promise<number> {
  if (golds.rows.length === 0) return 0;
  const inserted = await sql`
    insert into golds (item_id, project_id, answers, source, rubric_version, import_id, created_by, created_at)
    select item_id, ${golds.projectId}::uuid, answers::jsonb, 'imported', ${golds.rubricVersion}::int, ${golds.importId}::uuid,
      ${golds.createdBy}::uuid, ${golds.now}::timestamptz
    from unnest(
      ${packUuids(golds.rows.map((row) => row.itemId))}::uuid[],
      ${packTexts(golds.rows.map((row) => JSON.stringify(row.answers)))}::text[]
    ) as fresh (item_id, answers)
    on conflict (item_id) do nothing`.execute(transaction);
  const made = Number(inserted.numAffectedRows ?? 0n);
  await transaction
    .updateTable('imports')
    .set((row) => ({ goldsMade: row('goldsMade', '+', made) }))
    .where('id', '=', golds.importId)
    .execute();
  return made;
}
