import { sql } from 'kysely';
import type { MediaKind } from '#domain/items/item.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

/** A file under a name in a project. The same bytes may stand there under several names. */
export interface StoredMedia {
  readonly projectId: string;
  readonly name: string;
  readonly sha256: string;
  readonly kind: MediaKind;
  readonly contentType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  readonly createdAt: Date;
}

export interface ListedMedia extends StoredMedia {
  readonly createdByName: string;
  /** How many items show it. */
  readonly items: number;
}

const columns = [
  'projectId',
  'name',
  'sha256',
  'kind',
  'contentType',
  'bytes',
  'width',
  'height',
  'durationMs',
  'createdAt',
] as const;

/**
 * Whoever names a file of the store, and whoever forgets one, waits for the other: so no file goes while somebody is
 * just giving it a name. Held until the transaction ends.
 */
export async function lockContent(transaction: Transaction, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`media ${sha256}`}, 0))`.execute(transaction);
}

/** Adds the name, unless it is taken: then the one that has it is given back. */
export async function insertMedia(
  transaction: Transaction,
  media: StoredMedia & { createdBy: string },
): Promise<StoredMedia> {
  const { projectId, name } = media;
  await transaction
    .insertInto('media')
    .values(media)
    // The same file twice is the same file; whether it is, the caller sees by the hash.
    .onConflict((conflict) => conflict.columns(['projectId', 'name']).doNothing())
    .execute();
  const found = await transaction
    .selectFrom('media')
    .where('projectId', '=', projectId)
    .where('name', '=', name)
    .select(columns)
    .executeTakeFirst();
  // Deleted between the two statements: it had that name, and nobody else has.
  return (found as StoredMedia | undefined) ?? media;
}

/** What a name stands for in a project. */
export async function findMediaNamed(
  executor: Executor,
  query: { projectId: string; name: string },
): Promise<StoredMedia | undefined> {
  const row = await executor
    .selectFrom('media')
    .where('projectId', '=', query.projectId)
    .where('name', '=', query.name)
    .select(columns)
    .executeTakeFirst();
  return row as StoredMedia | undefined;
}

/** Any name of the file in the project tells what kind it is. */
export async function findMedia(
  executor: Executor,
  query: { projectId: string; sha256: string },
): Promise<StoredMedia | undefined> {
  const row = await executor
    .selectFrom('media')
    .where('projectId', '=', query.projectId)
    .where('sha256', '=', query.sha256)
    .orderBy('createdAt')
    .select(columns)
    .limit(1)
    .executeTakeFirst();
  return row as StoredMedia | undefined;
}

/** The files of these hashes that the project has; each once. */
export async function listMediaOf(
  executor: Executor,
  query: { projectId: string; hashes: readonly string[] },
): Promise<StoredMedia[]> {
  const rows = await executor
    .selectFrom('media')
    .where('projectId', '=', query.projectId)
    .where('sha256', 'in', query.hashes)
    .distinctOn('sha256')
    .orderBy('sha256')
    .orderBy('createdAt')
    .select(columns)
    .execute();
  return rows as StoredMedia[];
}

/** What every name of a project stands for, for imports that name files. */
export async function listMediaNames(
  executor: Executor,
  projectId: string,
): Promise<Pick<StoredMedia, 'name' | 'sha256' | 'kind'>[]> {
  const rows = await executor
    .selectFrom('media')
    .where('projectId', '=', projectId)
    .select(['name', 'sha256', 'kind'])
    .execute();
  return rows as Pick<StoredMedia, 'name' | 'sha256' | 'kind'>[];
}

const listed = sql`
  select media.project_id, media.name, media.sha256, kind, content_type, bytes, width, height, duration_ms, media.created_at,
    -- A timestamp as JavaScript knows it has lost its microseconds and would repeat a row.
    media.created_at::text as position, people.name as created_by_name,
    (select count(*)::int from item_media m where m.project_id = media.project_id and m.sha256 = media.sha256) as items
  from media join people on people.id = media.created_by`;

/** One name with all that the list shows of it. */
export async function findListedMedia(
  executor: Executor,
  { projectId, name }: { projectId: string; name: string },
): Promise<ListedMedia | undefined> {
  const result = await sql<ListedMedia>`
    ${listed} where media.project_id = ${projectId} and media.name = ${name}`.execute(executor);
  return result.rows[0];
}

/** A page of the project's media, newest first, from below a place in that order. */
export async function listMediaPage(
  executor: Executor,
  query: { projectId: string; below: { createdAt: string; name: string } | null; limit: number },
): Promise<(ListedMedia & { readonly position: string })[]> {
  const { projectId, below, limit } = query;
  const from = below
    ? sql`and (media.created_at, media.name) < (${below.createdAt}::timestamptz, ${below.name})`
    : sql``;
  const result = await sql<ListedMedia & { position: string }>`
    ${listed} where media.project_id = ${projectId} ${from}
    order by media.created_at desc, media.name desc limit ${limit}`.execute(executor);
  return result.rows;
}

/** Removes one name. Says whether it was there, and refuses while an item shows a file that would lose its last name. */
export async function deleteMediaName(
  transaction: Transaction,
  query: { projectId: string; name: string },
): Promise<
  { outcome: 'deleted'; sha256: string } | { outcome: 'missing' } | { outcome: 'in_use'; items: number }
> {
  const { projectId, name } = query;
  // Imports hold the project while they add items, so none can begin to show the file meanwhile.
  await transaction.selectFrom('projects').where('id', '=', projectId).select('id').forUpdate().execute();
  const result = await sql<{ sha256: string; names: number; items: number }>`
    select sha256,
      (select count(*)::int from media other where other.project_id = media.project_id and other.sha256 = media.sha256) as names,
      (select count(*)::int from item_media m where m.project_id = media.project_id and m.sha256 = media.sha256) as items
    from media where project_id = ${projectId} and name = ${name}`.execute(transaction);
  const [row] = result.rows;
  if (!row) return { outcome: 'missing' };
  if (row.items > 0 && row.names === 1) return { outcome: 'in_use', items: row.items };
  await transaction.deleteFrom('media').where('projectId', '=', projectId).where('name', '=', name).execute();
  return { outcome: 'deleted', sha256: row.sha256 };
}

/** Whether any project still has the file. */
export async function isContentNamed(executor: Executor, sha256: string): Promise<boolean> {
  const row = await executor
    .selectFrom('media')
    .where('sha256', '=', sha256)
    .select('name')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these files no project has a name for. */
export async function listUnnamedContent(executor: Executor, hashes: readonly string[]): Promise<string[]> {
  const result = await sql<{ sha256: string }>`
    select kept.sha256 from unnest(${hashes as string[]}::text[]) as kept (sha256)
    where not exists (select 1 from media where media.sha256 = kept.sha256)`.execute(executor);
  return result.rows.map((row) => row.sha256);
}

/**
 * Which of these files a person may see as an annotator: those of items that they hold, or judged within the time in
 * which a judgment can be changed.
 */
export async function listHashesInHand(
  executor: Executor,
  query: { projectId: string; personId: string; hashes: readonly string[]; now: Date },
): Promise<Set<string>> {
  const { projectId, personId, hashes, now } = query;
  const result = await sql<{ sha256: string }>`
    select distinct m.sha256
    from item_media m
    join assignments a on a.item_id = m.item_id and a.annotator_id = ${personId}
    join projects p on p.id = m.project_id
    where m.project_id = ${projectId} and m.sha256 = any(${hashes as string[]})
      and ((a.state = 'leased' and a.lease_until > ${now})
        or (a.state = 'submitted' and a.finished_at + p.amend_window_ms * interval '1 millisecond' > ${now}))`.execute(
    executor,
  );
  return new Set(result.rows.map((row) => row.sha256));
}
