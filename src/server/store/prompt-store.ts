import { sql } from 'kysely';
import type { Executor } from '#server/database/database.ts';

/** So many of each kind, the newest first: enough for a project in which prompts are written. */
const most = 2_000;

/**
 * The beginnings of what people wrote as prompts in a project, under these criteria, and of the last turns of its items'
 * users. Golds are left out, as are items that are held or dropped: nobody may learn of either.
 */
export async function listPromptTexts(
  executor: Executor,
  query: {
    projectId: string;
    exceptAssignmentId: string;
    keys: readonly string[];
    characters: number;
  },
): Promise<string[]> {
  const { projectId, exceptAssignmentId, keys, characters } = query;
  const seen = sql`i.held_at is null and i.dropped_at is null and not exists (select 1 from golds g where g.item_id = i.id)`;
  const written = await sql<{ text: string | null }>`
    select left(newest.answers #>> array['writing', written.key, 'text'], ${characters}) as text
    from (
      select j.answers from judgments j
      join assignments a on a.judgment_id = j.id join items i on i.id = j.item_id
      where j.project_id = ${projectId} and a.id <> ${exceptAssignmentId} and j.answers ? 'writing' and ${seen}
      order by j.id desc limit ${most}
    ) newest, unnest(${keys as string[]}::text[]) as written (key)`.execute(executor);
  const given = await sql<{ text: string | null }>`
    select left(jsonb_path_query_array(c.prompt, '$[*] ? (@.role == "user").content') ->> -1, ${characters}) as text
    from (select i.id from items i where i.project_id = ${projectId} and ${seen} order by i.id desc limit ${most}) newest
    join item_contents c on c.item_id = newest.id`.execute(executor);
  return [...written.rows, ...given.rows].flatMap(({ text }) => (text === null || text === '' ? [] : [text]));
}
