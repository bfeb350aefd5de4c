import type pg from 'pg';
import type { ExportConversation } from '#domain/exports/export-item.ts';
import type { FinalAnswer } from '#domain/exports/final-answer.ts';
import type { Brief, DialogueTurn, ItemResponse, Message } from '#domain/items/item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';

/** A judgment that nothing supersedes. */
export interface CurrentJudgment {
  readonly judgmentId: string;
  readonly annotatorId: string;
  /** A permutation of 1..n. */
  readonly shownOrder: readonly number[];
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly activeMs: number;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly submittedAt: string;
  /** As a reviewer corrected them, where one did. */
  readonly answers: Answers;
  /** What a reviewer said of the judgment; null where nobody has looked at it as it is now. */
  readonly review: 'accepted' | 'fixed' | 'returned' | null;
  /** Whether it was a test whose answer is known, and no ordinary work. */
  readonly isGold: boolean;
  readonly conversations?: Readonly<Record<string, ExportConversation>> | undefined;
}

/** An item that somebody judged, with its judgments in order of their ids. */
export interface JudgedItem {
  readonly itemId: string;
  /** 16 hexadecimal digits. */
  readonly promptGroup: string;
  readonly prompt: readonly Message[];
  readonly responses: readonly ItemResponse[];
  readonly brief?: Brief | undefined;
  readonly dialogue?: readonly DialogueTurn[] | undefined;
  readonly final?: FinalAnswer | undefined;
  readonly judgments: readonly CurrentJudgment[];
}

/** Opens a transaction that sees the data as they are now, whatever others write meanwhile. */
export async function beginSnapshot(client: pg.ClientBase): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
  // Times are read as text below.
  await client.query("set local timezone = 'UTC'");
}

/** What a project has besides judgments; asking each item for what there is none of is a quarter of the work. */
interface Extras {
  readonly hasReviews: boolean;
  readonly hasSettled: boolean;
}

interface PageKind extends Extras {
  readonly withGold: boolean;
}

/** Which of `items` were judged: `done` counts ordinary work only. Training is left out: it tells its answer. */
const judgedItem = (withGold: boolean) =>
  withGold
    ? `(done > 0 or exists (select 1 from assignments g where g.project_id = items.project_id and g.item_id = items.id and g.gold_purpose = 'test' and g.state = 'submitted'))`
    : 'done > 0';

/**
 * The page stands first and alone, so that the planner looks up a few hundred rows whatever the project's size. An
 * item's content comes with its first judgment only.
 */
function pageText({ hasReviews, hasSettled, withGold }: PageKind): string {
  // A review holds for the very judgment that it is about.
  const reviews = hasReviews
    ? 'left join review_outcomes ro on ro.assignment_id = a.id and ro.judgment_id = a.judgment_id'
    : '';
  const settled = hasSettled
    ? 'left join adjudications ad on ad.item_id = judged.item_id and ad.superseded_at is null and judged.place = 1'
    : '';
  return `with page as materialized (
  select id, prompt_group from items where project_id = $1 and id > $2 and ${judgedItem(withGold)} and dropped_at is null order by id limit $3
), judged as (
  select page.id as item_id, page.prompt_group, j.id, j.annotator_id, j.rubric_version, j.guideline_version, j.active_ms, j.submitted_at,
    ${hasReviews ? 'coalesce(ro.answers, j.answers) as answers, ro.verdict' : 'j.answers, null::text'} as review, a.shown_order, ${withGold ? "a.gold_purpose = 'test'" : 'false'} as is_gold, row_number() over (partition by page.id order by j.id) as place
  from page left join (
    assignments a join judgments j on j.id = a.judgment_id ${reviews}
  ) on a.item_id = page.id and a.state = 'submitted' and (a.takes_place${withGold ? " or a.gold_purpose = 'test'" : ''})
)
select judged.item_id, lpad(to_hex(judged.prompt_group), 16, '0'), c.prompt::text, c.responses::text,
  judged.id, judged.annotator_id, judged.shown_order, judged.rubric_version, judged.guideline_version, judged.active_ms, judged.submitted_at, judged.answers::text, (c.extras -> 'brief')::text, (c.extras -> 'dialogue')::text, judged.review,
  ${hasSettled ? 'ad.answers::text, ad.rubric_version, ad.cause' : 'null::text, null::text, null::text'}, judged.is_gold
from judged left join item_contents c on c.item_id = judged.item_id and judged.place = 1 ${settled}
order by judged.item_id, judged.place`;
}

async function findExtras(client: pg.ClientBase, projectId: string): Promise<Extras> {
  const { rows } = await client.query<Extras>(
    `select exists (select 1 from review_outcomes where project_id = $1) as "hasReviews",
      exists (select 1 from adjudications where project_id = $1 and superseded_at is null) as "hasSettled"`,
    [projectId],
  );
  return rows[0] ?? { hasReviews: true, hasSettled: true };
}

type PageRow = [
  itemId: string,
  promptGroup: string,
  /** Null from the second judgment on. */
  prompt: string | null,
  responses: string | null,
  /** Null where an item has no judgment after all. */
  judgmentId: string | null,
  annotatorId: string,
  shownOrder: string,
  rubricVersion: string,
  guidelineVersion: string,
  activeMs: string,
  submittedAt: string,
  answers: string,
  /** Null where the item has none, and from the second judgment on. */
  brief: string | null,
  dialogue: string | null,
  review: CurrentJudgment['review'],
  /** Null from the second judgment on, where nobody settled the item, and where it is bad. */
  finalAnswers: string | null,
  finalRubricVersion: string | null,
  finalCause: FinalAnswer['cause'] | null,
  isGold: 't' | 'f' | null,
];

/** Every value as PostgreSQL wrote it: parsing only what is needed halves the time of a page. */
const asText = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

export interface ReadingOptions {
  readonly projectId: string;
  /** Stops after this many items. */
  readonly atMost?: number;
  /** With answers to tests on gold. */
  readonly withGold?: boolean;
}

const firstPageItems = 100;
const pageItems = { least: 8, most: 500 };
/** Characters of content that a page should hold, so that long texts do not pile up in memory. */
const pageCharacters = 2_000_000;

/**
 * Reads all judged items of a project in order of their ids, page by page; the next page is on its way while the
 * caller works on this one. Call it inside {@link beginSnapshot}; nothing else may use the client meanwhile.
 */
export async function* readJudgedItems(
  client: pg.ClientBase,
  { projectId, atMost = Number.POSITIVE_INFINITY, withGold = false }: ReadingOptions,
): AsyncGenerator<readonly JudgedItem[]> {
  const extras = await findExtras(client, projectId);
  let left = atMost;
  let limit = Math.min(firstPageItems, left);
  let next = fetchPage(client, {
    ...extras,
    projectId,
    after: '00000000-0000-0000-0000-000000000000',
    limit,
    withGold,
  });
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (last === undefined) return;
    const found = rows.reduce((count, row) => count + (row[2] === null ? 0 : 1), 0);
    left -= found;
    const isLast = found < limit || left <= 0;
    limit = Math.min(fittingItems(rows, found), left);
    if (!isLast) {
      next = fetchPage(client, { ...extras, projectId, after: last[0], limit, withGold });
      // Awaited in the next round; a failure must not count as unhandled until then.
      next.catch(() => undefined);
    }
    yield joinPage(rows);
    if (isLast) return;
  }
}

async function fetchPage(
  client: pg.ClientBase,
  { projectId, after, limit, ...kind }: PageKind & { projectId: string; after: string; limit: number },
): Promise<readonly PageRow[]> {
  const result = await client.query<PageRow>({
    name: `judged-items-${kind.hasReviews}-${kind.hasSettled}-${kind.withGold}`,
    text: pageText(kind),
    values: [projectId, after, limit],
    rowMode: 'array',
    types: asText,
  });
  return result.rows;
}

/** How many items like these make a page. */
function fittingItems(rows: readonly PageRow[], items: number): number {
  let characters = 1;
  for (const row of rows)
    characters += (row[2]?.length ?? 0) + (row[3]?.length ?? 0) + (row[13]?.length ?? 0);
  const fitting = Math.floor((pageCharacters * items) / characters);
  return Math.max(pageItems.least, Math.min(pageItems.most, fitting));
}

function joinPage(rows: readonly PageRow[]): JudgedItem[] {
  const items: JudgedItem[] = [];
  let judgments: CurrentJudgment[] = [];
  for (const row of rows) {
    if (row[2] !== null && row[3] !== null) {
      judgments = [];
      items.push({
        itemId: row[0],
        promptGroup: row[1],
        prompt: JSON.parse(row[2]) as Message[],
        responses: JSON.parse(row[3]) as ItemResponse[],
        brief: row[12] === null ? undefined : (JSON.parse(row[12]) as Brief),
        dialogue: row[13] === null ? undefined : (JSON.parse(row[13]) as DialogueTurn[]),
        final: row[17] === null ? undefined : asFinal(row, row[17]),
        judgments,
      });
    }
    if (row[4] !== null) judgments.push(asJudgment(row, row[4]));
  }
  return items;
}

function asJudgment(row: PageRow, judgmentId: string): CurrentJudgment {
  return {
    judgmentId,
    annotatorId: row[5],
    shownOrder: asOrder(row[6]),
    rubricVersion: Number(row[7]),
    guidelineVersion: Number(row[8]),
    activeMs: Number(row[9]),
    submittedAt: asInstant(row[10]),
    answers: JSON.parse(row[11]) as Answers,
    review: row[14],
    isGold: row[18] === 't',
  };
}

function asFinal(row: PageRow, cause: FinalAnswer['cause']): FinalAnswer {
  const answers = row[15] === null ? null : (JSON.parse(row[15]) as Answers);
  return { answers, rubricVersion: Number(row[16]), cause };
}

const orders = new Map<string, readonly number[]>();

/** "{2,1}" as [2, 1]; there are few orders of few responses, so each is made once. */
function asOrder(text: string): readonly number[] {
  const known = orders.get(text);
  if (known !== undefined) return known;
  const order = text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);
  if (orders.size < 10_000) orders.set(text, order);
  return order;
}

/** "2026-11-23 10:00:00.12+00" as "2026-11-23T10:00:00.120Z", many times faster than by way of a Date. */
function asInstant(text: string): string {
  const fraction = text.slice(19, text.indexOf('+', 19));
  return `${text.slice(0, 10)}T${text.slice(11, 19)}${fraction === '' ? '.000' : fraction.slice(0, 4).padEnd(4, '0')}Z`;
}

/** Every version of the project's rubric that exists in the snapshot. */
export async function readRubrics(client: pg.ClientBase, projectId: string): Promise<Map<number, Rubric>> {
  const result = await client.query<{ version: number; rubric: Rubric }>(
    'select version, rubric from rubric_versions where project_id = $1 order by version',
    [projectId],
  );
  return new Map(result.rows.map((row) => [row.version, row.rubric]));
}

/** How many items somebody has judged; dropped ones are in no export. */
export async function countJudgedItems(
  client: pg.ClientBase,
  { projectId, withGold }: { projectId: string; withGold: boolean },
): Promise<number> {
  const result = await client.query<{ count: number }>(
    `select count(*)::int as count from items where project_id = $1 and ${judgedItem(withGold)} and dropped_at is null`,
    [projectId],
  );
  return result.rows[0]?.count ?? 0;
}

/** Answers to tests on gold, and the items that they are about. */
export async function countGoldAnswers(
  client: pg.ClientBase,
  projectId: string,
): Promise<{ items: number; judgments: number }> {
  const result = await client.query<{ items: number; judgments: number }>(
    `select count(distinct a.item_id)::int as items, count(*)::int as judgments from assignments a join items i on i.id = a.item_id
     where a.project_id = $1 and a.gold_purpose = 'test' and a.state = 'submitted' and i.dropped_at is null`,
    [projectId],
  );
  return result.rows[0] ?? { items: 0, judgments: 0 };
}
