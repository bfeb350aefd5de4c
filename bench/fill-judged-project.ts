import type pg from 'pg';
import { benchRubric } from './bench-rubric.ts';

const ids = {
  personId: '00000000-0000-7000-8000-00000000000a',
  projectId: '00000000-0000-7000-8000-00000000000b',
};

/** Makes one project of items with short texts, each judged once, by SQL alone; ids rise as uuidv7 do. Once made, it stays. */
export async function fillJudgedProject(client: pg.ClientBase, items: number): Promise<typeof ids> {
  const there = await client.query('select 1 from projects where id = $1', [ids.projectId]);
  if (there.rows.length > 0) return ids;
  await client.query('set statement_timeout = 0');
  await client.query(
    `insert into people (id, email, name, deployment_role, created_at) values ($1, 'bench@example.org', 'Bench', 'owner', now())`,
    [ids.personId],
  );
  await client.query(
    `insert into projects (id, name, state, overlap, lease_ms, amend_window_ms, rubric_version, guideline_version, created_by, created_at)
     values ($1, 'Bench', 'open', 1, 3600000, 0, 1, 1, $2, now())`,
    [ids.projectId, ids.personId],
  );
  await client.query(
    `insert into rubric_versions (project_id, version, rubric, created_by, created_at) values ($1, 1, $3, $2, now())`,
    [ids.projectId, ids.personId, JSON.stringify(benchRubric)],
  );
  const fills = [
    `insert into items (id, project_id, fingerprint, prompt_group, response_count, wanted, remaining, done, created_at)
     select ${idOf(1)}, $2, decode(md5(n::text), 'hex'), hashint8extended(n / 2, 0), 2, 1, 0, 1, now() from generate_series(1, $1::int) n`,
    `insert into item_contents (item_id, prompt, responses)
     select ${idOf(1)}, jsonb_build_array(jsonb_build_object('role', 'user', 'content', 'Question ' || n || ': what keeps a bridge from falling down in a strong "wind"?')),
       jsonb_build_array(
         jsonb_build_object('id', 'r1', 'text', 'Answer ' || n || E': stiff decks,\\nheavy cables and dampers.', 'model', 'model-a'),
         jsonb_build_object('id', 'r2', 'text', 'The wind knows the bridge ' || n || ' and walks around it.', 'model', 'model-b'))
     from generate_series(1, $1::int) n where $2::uuid is not null`,
    `insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until, finished_at, judgment_id)
     select ${idOf(2)}, $2, ${idOf(1)}, '${ids.personId}', 'submitted', 1, '{1,2}', 1, 1, now(), now(), now(), ${idOf(3)} from generate_series(1, $1::int) n`,
    `insert into judgments (id, project_id, item_id, assignment_id, annotator_id, client_id, body_hash, revision, rubric_version, guideline_version, answers, active_ms, submitted_at)
     select ${idOf(3)}, $2, ${idOf(1)}, ${idOf(2)}, '${ids.personId}', ${idOf(4)}, '\\x00', 1, 1, 1,
       jsonb_build_object('pair', jsonb_build_object('overall', jsonb_build_object('verdict', 'prefers', 'responseId', 'r' || (1 + n % 2), 'strength', 1 + n % 3)), 'response', '{}'::jsonb, 'task', '{}'::jsonb),
       4000 + n % 60000, now()
     from generate_series(1, $1::int) n`,
  ];
  for (const text of fills) await client.query(text, [items, ids.projectId]);
  await client.query('vacuum analyze');
  return ids;
}

function idOf(kind: number): string {
  return `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
}
