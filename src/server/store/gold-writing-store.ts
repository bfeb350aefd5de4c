import { sql } from 'kysely';
import type { GoldSettings } from '#domain/gold/decide-serving.ts';
import type { GoldDifficulty, GoldPurpose, GoldSource, GoldState, Tolerance } from '#domain/gold/gold.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface GoldAnswers {
  readonly itemId: string;
  readonly projectId: string;
  readonly answers: Answers;
  readonly source: GoldSource;
  readonly rubricVersion: number;
  readonly createdBy: string;
  readonly now: Date;
}

/**
 * Sets the expected answers of an item; those that were there make way, and results are computed anew. A suspect gold is
 * corrected by it and served again; a retired one begins anew as a draft. Who writes has read.
 */
export async function writeGoldAnswers(transaction: Transaction, gold: GoldAnswers): Promise<void> {
  await sql`
    insert into golds (item_id, project_id, answers, source, rubric_version, checked_version, is_usable, created_by, created_at, changed_at)
    values (${gold.itemId}, ${gold.projectId}, ${JSON.stringify(gold.answers)}::jsonb, ${gold.source}, ${gold.rubricVersion},
      ${gold.rubricVersion}, true, ${gold.createdBy}, ${gold.now}, ${gold.now})
    on conflict (item_id) do update set
      answers = excluded.answers, source = excluded.source, import_id = null, rubric_version = excluded.rubric_version,
      checked_version = excluded.checked_version, is_usable = true, created_by = excluded.created_by,
      created_at = excluded.created_at, changed_at = excluded.changed_at, revision = golds.revision + 1,
      state = case golds.state when 'suspect' then 'active' when 'retired' then 'draft' else golds.state end,
      suspicion = null, is_wrong = false,
      confirmed_at = case golds.state when 'suspect' then excluded.changed_at else golds.confirmed_at end`.execute(
    transaction,
  );
  await noteGoldReaders(transaction, {
    itemIds: [gold.itemId],
    personId: gold.createdBy,
    now: gold.now,
  });
}

export interface GoldAbout {
  readonly tolerances: Readonly<Record<string, Tolerance>>;
  readonly explanations: Readonly<Record<string, string>>;
  readonly concepts: readonly string[];
  readonly difficulty: GoldDifficulty;
  readonly purpose: GoldPurpose;
}

/** Changes what is said about a gold beside its answers. Other tolerances make another gold of it: results are computed anew. */
export async function changeGoldAbout(
  transaction: Transaction,
  { itemId, about, now }: { itemId: string; about: GoldAbout; now: Date },
): Promise<void> {
  await sql`
    update golds set
      revision = revision + case when tolerances = ${JSON.stringify(about.tolerances)}::jsonb then 0 else 1 end,
      tolerances = ${JSON.stringify(about.tolerances)}::jsonb, explanations = ${JSON.stringify(about.explanations)}::jsonb,
      concepts = ${[...about.concepts]}::text[], difficulty = ${about.difficulty}, purpose = ${about.purpose}, changed_at = ${now}
    where item_id = ${itemId}`.execute(transaction);
}

/** Makes drafts of several items that have no gold yet; returns those that became gold. */
export async function insertUnanimousGold(
  transaction: Transaction,
  gold: {
    projectId: string;
    rows: readonly { itemId: string; answers: Answers }[];
    about: Pick<GoldAbout, 'concepts' | 'difficulty' | 'purpose'>;
    rubricVersion: number;
    createdBy: string;
    now: Date;
  },
): Promise<string[]> {
  if (gold.rows.length === 0) return [];
  const result = await sql<{ itemId: string }>`
    insert into golds (item_id, project_id, answers, source, rubric_version, checked_version, is_usable, concepts, difficulty, purpose, created_by, created_at, changed_at)
    select item_id, ${gold.projectId}::uuid, answers::jsonb, 'unanimous', ${gold.rubricVersion}::int, ${gold.rubricVersion}::int, true,
      ${[...gold.about.concepts]}::text[], ${gold.about.difficulty}, ${gold.about.purpose}, ${gold.createdBy}::uuid, ${gold.now}::timestamptz, ${gold.now}::timestamptz
    from unnest(${gold.rows.map(({ itemId }) => itemId)}::uuid[], ${gold.rows.map(({ answers }) => JSON.stringify(answers))}::text[])
      as fresh (item_id, answers)
    -- Somebody made it gold meanwhile: theirs counts.
    on conflict (item_id) do nothing
    returning item_id`.execute(transaction);
  const itemIds = result.rows.map(({ itemId }) => itemId);
  await noteGoldReaders(transaction, { itemIds, personId: gold.createdBy, now: gold.now });
  return itemIds;
}

export interface GoldStateChange {
  readonly projectId: string;
  readonly itemIds: readonly string[];
  readonly state: Exclude<GoldState, 'suspect'>;
  /** Of retired gold: it was wrong. */
  readonly isWrong: boolean;
  readonly now: Date;
}

/**
 * Serves gold or takes it out. Its items are set aside while it is active and come back to their old place in the queue
 * afterwards: hints that stand behind them are dropped. Saying the same twice changes nothing.
 */
export async function changeGoldState(transaction: Transaction, change: GoldStateChange): Promise<number> {
  const { state, now } = change;
  const result = await sql<{ itemId: string }>`
    update golds set
      state = ${state}, is_wrong = ${state === 'retired' && change.isWrong}, changed_at = ${now},
      -- A confirmed gold was served all along.
      served_since = case when ${state}::text = 'active' and golds.state <> 'suspect' then ${now}::timestamptz else golds.served_since end,
      confirmed_at = case when golds.state = 'suspect' and ${state}::text = 'active' then ${now}::timestamptz else confirmed_at end,
      suspicion = case when ${state}::text = 'retired' then suspicion end
    where project_id = ${change.projectId} and item_id = any(${[...change.itemIds]}::uuid[])
      and (state <> ${state} or is_wrong <> ${state === 'retired' && change.isWrong})
    returning item_id`.execute(transaction);
  const itemIds = result.rows.map(({ itemId }) => itemId);
  await setItemsAside(transaction, { itemIds, isAside: state === 'active', now });
  return itemIds.length;
}

/** Takes items out of the ordinary queue, or puts them back. */
export async function setItemsAside(
  transaction: Transaction,
  change: { itemIds: readonly string[]; isAside: boolean; now: Date },
): Promise<void> {
  await sql`
    with locked as (
      select id from items where id = any(${[...change.itemIds]}::uuid[]) order by id for update
    ), changed as (
      update items set set_aside_at = case when ${change.isAside}::boolean then coalesce(set_aside_at, ${change.now}::timestamptz) end
      from locked where items.id = locked.id
      returning items.project_id, items.id, items.priority, items.is_open
    )
    delete from queue_cursors using changed
    where changed.is_open and queue_cursors.project_id = changed.project_id
      and (queue_cursors.negative_priority, queue_cursors.item_id) > (-changed.priority, changed.id)`.execute(
    transaction,
  );
}

/** Removes a gold that nobody was given; one that was served is retired, as its results stay. */
export async function removeGold(
  transaction: Transaction,
  gold: { projectId: string; itemId: string; now: Date },
): Promise<void> {
  const { projectId, itemId, now } = gold;
  const served = await sql<{ found: boolean }>`
    select exists (select 1 from assignments where project_id = ${projectId} and item_id = ${itemId} and gold_purpose is not null) as found`.execute(
    transaction,
  );
  await changeGoldState(transaction, { projectId, itemIds: [itemId], state: 'retired', isWrong: false, now });
  if (served.rows[0]?.found !== true)
    await transaction
      .deleteFrom('golds')
      .where('itemId', '=', itemId)
      .where('projectId', '=', projectId)
      .execute();
}

/** Remembers who read expected answers: they are never given those items as gold. */
export async function noteGoldReaders(
  executor: Executor,
  reading: { itemIds: readonly string[]; personId: string; now: Date },
): Promise<void> {
  if (reading.itemIds.length === 0) return;
  await sql`
    insert into gold_readers (item_id, person_id, read_at)
    select item_id, ${reading.personId}::uuid, ${reading.now}::timestamptz
    from golds where item_id = any(${[...reading.itemIds]}::uuid[])
    -- Reading it again changes nothing.
    on conflict (item_id, person_id) do nothing`.execute(executor);
}

/** Before roles change: whoever could read a project's gold until now is never given any of what is there. */
export async function noteFormerReader(
  executor: Executor,
  reader: { projectId: string; personId: string; now: Date },
): Promise<void> {
  await sql`
    insert into gold_readers (item_id, person_id, read_at)
    select item_id, ${reader.personId}::uuid, ${reader.now}::timestamptz from golds where project_id = ${reader.projectId}
      and exists (select 1 from project_members where project_id = ${reader.projectId} and person_id = ${reader.personId} and role <> 'annotator')
    -- Noted before: the first time counts.
    on conflict (item_id, person_id) do nothing`.execute(executor);
}

export async function keepGoldSettings(
  executor: Executor,
  { projectId, settings }: { projectId: string; settings: GoldSettings },
): Promise<void> {
  await executor
    .updateTable('projects')
    .set({ gold: JSON.stringify(settings) })
    .where('id', '=', projectId)
    .execute();
}
