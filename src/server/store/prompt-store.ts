import { sql } from 'kysely';
import type { Executor } from '#server/database/database.ts';

/** So many of each kind, the newest first: enough for a project in which prompts are written. */
const most = 5_000;

/** What people wrote as prompts in a project, and the last turns of its items' users. */
export async function listPromptTexts(executor: Executor, projectId: string): Promise<string[]> {
  const written = await sql<{ text: string }>`
    select entry.value ->> 'text' as text
    from (
      select j.answers from assignments a join judgments j on j.id = a.judgment_id
      where a.project_id = ${projectId} and a.state = 'submitted' and j.answers ? 'writing' order by j.id desc limit ${most}
    ) newest, jsonb_each(newest.answers -> 'writing') as entry`.execute(executor);
  const given = await sql<{ text: string | null }>`
    select jsonb_path_query_array(c.prompt, '$[*] ? (@.role == "user").content') ->> -1 as text
    from (select id from items where project_id = ${projectId} order by id desc limit ${most}) newest
    join item_contents c on c.item_id = newest.id`.execute(executor);
  return [...written.rows, ...given.rows].flatMap(({ text }) => (text === null || text === '' ? [] : [text]));
}
