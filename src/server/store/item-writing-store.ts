import { sql } from 'kysely';
import type { Executor, Transaction } from '#server/database/database.ts';
import { packHex, packInt4s, packTexts } from './binary-array.ts';

/** One item ready to be stored; the JSON parts are text already, so that nothing serialises them again. */
export interface NewItem {
  /** 16 bytes in hexadecimal, as the next two. */
  readonly id: string;
  /** 32 bytes. */
  readonly fingerprint: string;
  /** 8 bytes, read as a signed number, highest byte first. */
  readonly promptGroup: string;
  readonly responseCount: number;
  readonly prompt: string;
  readonly responses: string;
  readonly metadata: string;
  /** What else the task rests on, such as a brief. */
  readonly extras: string;
  readonly sourceVerdict: string | null;
}

/** Items as the database takes them: one array a column, made before the transaction that writes them begins. */
export interface PackedItems {
  readonly count: number;
  readonly columns: readonly Buffer[];
}

export interface ItemBatch {
  readonly projectId: string;
  readonly importId: string;
  readonly priority: number;
  readonly overlap: number;
  readonly now: Date;
  readonly items: PackedItems;
}

/** What a batch added to its project; the rest was there already. */
export interface AddedItems {
  readonly count: number;
  readonly verdicts: number;
  /** The lowest of the new ids; null where nothing was added. */
  readonly firstId: string | null;
}

/** Packs what {@link insertItems} writes; half the work of writing, which then waits for no database. */
export function packItems(items: readonly NewItem[]): PackedItems {
  const texts = (pick: (item: NewItem) => string | null) => packTexts(items.map(pick));
  return {
    count: items.length,
    columns: [
      packHex(
        'uuid',
        items.map(({ id }) => id),
      ),
      packHex(
        'bytea',
        items.map(({ fingerprint }) => fingerprint),
      ),
      packHex(
        'int8',
        items.map(({ promptGroup }) => promptGroup),
      ),
      packInt4s(items.map(({ responseCount }) => responseCount)),
      texts(({ prompt }) => prompt),
      texts(({ responses }) => responses),
      texts(({ metadata }) => metadata),
      texts(({ extras }) => extras),
      texts(({ sourceVerdict }) => sourceVerdict),
    ],
  };
}

/** Lets batches of one project's imports take turns: two that insert the same texts in another order would deadlock. */
export async function lockItemWriting(transaction: Transaction, projectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(4600003, hashtext(${projectId}))`.execute(transaction);
}

/** Adds the items that the project does not have yet, with their contents, in one statement. */
export async function insertItems(transaction: Transaction, batch: ItemBatch): Promise<AddedItems> {
  const [ids, fingerprints, groups, counts, ...texts] = batch.items.columns;
  const [prompts, responses, metadata, extras, verdicts] = texts;
  const { rows } = await sql<AddedItems>`
    with fresh as materialized (
      select * from unnest(
        ${ids}::uuid[], ${fingerprints}::bytea[], ${groups}::int8[], ${counts}::int4[],
        ${prompts}::text[], ${responses}::text[], ${metadata}::text[], ${extras}::text[], ${verdicts}::text[]
      ) as fresh (id, fingerprint, prompt_group, response_count, prompt, responses, metadata, extras, source_verdict)
    ), added as (
      insert into items (id, project_id, fingerprint, prompt_group, response_count,
        priority, wanted, remaining, import_id, created_at)
      select id, ${batch.projectId}::uuid, fingerprint, prompt_group, response_count,
        ${batch.priority}::int, ${batch.overlap}::int, ${batch.overlap}::int, ${batch.importId}::uuid, ${batch.now}::timestamptz
      from fresh
      -- Also settles doubles inside one batch: the first one stays.
      on conflict (project_id, fingerprint) do nothing
      returning id
    ), filled as (
      insert into item_contents (item_id, prompt, responses, metadata, extras, source_verdict)
      select id, prompt::jsonb, responses::jsonb, metadata::jsonb, extras::jsonb, source_verdict::jsonb
      from fresh join added using (id)
      returning item_id, source_verdict is not null as has_verdict
    )
    select count(*)::int as count, (count(*) filter (where has_verdict))::int as verdicts,
      (select id from added order by id limit 1) as "firstId"
    from filled`.execute(transaction);
  return rows[0] ?? { count: 0, verdicts: 0, firstId: null };
}

/**
 * Drops the hints that stand behind new items in the queue's order, which would hide those items from their person.
 * At equal priority new items come last, because their ids are younger, so that hints usually survive.
 */
export async function dropCursorsBehind(
  executor: Executor,
  added: { projectId: string; priority: number; firstId: string },
): Promise<void> {
  await sql`
    delete from queue_cursors where project_id = ${added.projectId}
      and (negative_priority, item_id) >= (${-added.priority}::int, ${added.firstId}::uuid)`.execute(
    executor,
  );
}

/** Drops every hint of a project. */
export async function dropCursors(executor: Executor, projectId: string): Promise<void> {
  await executor.deleteFrom('queueCursors').where('projectId', '=', projectId).execute();
}
