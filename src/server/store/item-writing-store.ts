import { sql } from 'kysely';
import type { Executor, Transaction } from '#server/database/database.ts';
import { packArray, packInt4s, packTexts } from './binary-array.ts';

/** One item ready to be stored; the JSON parts are text already, so that nothing serialises them again. */
export interface NewItem {
  /** 16 bytes. */
  readonly id: Buffer;
  /** 32 bytes. */
  readonly fingerprint: Buffer;
  /** 8 bytes, read as a signed number, highest byte first. */
  readonly promptGroup: Buffer;
  readonly responseCount: number;
  readonly prompt: string;
  readonly responses: string;
  readonly metadata: string;
  /** What else the task rests on, such as a brief. */
  readonly extras: string;
  readonly sourceVerdict: string | null;
}

export interface ItemBatch {
  readonly projectId: string;
  readonly importId: string;
  readonly priority: number;
  readonly overlap: number;
  readonly now: Date;
  readonly items: readonly NewItem[];
}

/** Lets batches of one project's imports take turns: two that insert the same texts in another order would deadlock. */
export async function lockItemWriting(transaction: Transaction, projectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(4600003, hashtext(${projectId}))`.execute(transaction);
}

/** Adds the items that the project does not have yet, and returns them. */
export async function insertItems(transaction: Transaction, batch: ItemBatch): Promise<readonly NewItem[]> {
  const { items, projectId } = batch;
  if (items.length === 0) return [];
  const inserted = await sql<{ id: string }>`
    insert into items (id, project_id, fingerprint, prompt_group, response_count,
      priority, wanted, remaining, import_id, created_at)
    select id, ${projectId}::uuid, fingerprint, prompt_group, response_count,
      ${batch.priority}::int, ${batch.overlap}::int, ${batch.overlap}::int, ${batch.importId}::uuid, ${batch.now}::timestamptz
    from unnest(
      ${packArray(
        'uuid',
        items.map((item) => item.id),
      )}::uuid[],
      ${packArray(
        'bytea',
        items.map((item) => item.fingerprint),
      )}::bytea[],
      ${packArray(
        'int8',
        items.map((item) => item.promptGroup),
      )}::int8[],
      ${packInt4s(items.map((item) => item.responseCount))}::int4[]
    ) as fresh (id, fingerprint, prompt_group, response_count)
    -- Also settles doubles inside one batch: the first one stays.
    on conflict (project_id, fingerprint) do nothing
    returning id`.execute(transaction);
  const added =
    inserted.rows.length === items.length ? items : pick(items, new Set(inserted.rows.map((row) => row.id)));
  await insertContents(transaction, added);
  return added;
}

/** The id as the database writes it. */
function idText(id: Buffer): string {
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function pick(items: readonly NewItem[], ids: ReadonlySet<string>): readonly NewItem[] {
  return items.filter((item) => ids.has(idText(item.id)));
}

async function insertContents(transaction: Transaction, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return;
  await sql`
    insert into item_contents (item_id, prompt, responses, metadata, extras, source_verdict)
    select id, prompt::jsonb, responses::jsonb, metadata::jsonb, extras::jsonb, source_verdict::jsonb
    from unnest(
      ${packArray(
        'uuid',
        items.map((item) => item.id),
      )}::uuid[],
      ${packTexts(items.map((item) => item.prompt))}::text[],
      ${packTexts(items.map((item) => item.responses))}::text[],
      ${packTexts(items.map((item) => item.metadata))}::text[],
      ${packTexts(items.map((item) => item.extras))}::text[],
      ${packTexts(items.map((item) => item.sourceVerdict))}::text[]
    ) as fresh (id, prompt, responses, metadata, extras, source_verdict)`.execute(transaction);
}

/**
 * Drops the hints that stand behind new items in the queue's order, which would hide those items from their person.
 * At equal priority new items come last, because their ids are younger, so that hints usually survive.
 */
export async function dropCursorsBehind(
  executor: Executor,
  added: { projectId: string; priority: number; firstId: Buffer },
): Promise<void> {
  await sql`
    delete from queue_cursors where project_id = ${added.projectId}
      and (negative_priority, item_id) >= (${-added.priority}::int, ${idText(added.firstId)}::uuid)`.execute(
    executor,
  );
}

/** Drops every hint of a project. */
export async function dropCursors(executor: Executor, projectId: string): Promise<void> {
  await executor.deleteFrom('queueCursors').where('projectId', '=', projectId).execute();
}
