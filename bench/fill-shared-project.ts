import type pg from 'pg';
import { benchRubric } from './bench-rubric.ts';

const projectId = '00000000-0000-7000-8000-0000000000b0';
const ownerId = '00000000-0000-7000-8000-0000000000a0';

/** Judgments of one item. */
const overlap = 3;
/** Of a hundred judgments so many name the response that is better in truth. */
const agreeing = 75;

/**
 * Makes one project whose items were each judged by three of many people over 30 days, by SQL alone: three judgments of four
 * say what is true of the item. Returns the project's id.
 */
export async function fillSharedProject(
  client: pg.ClientBase,
  size: { readonly judgments: number; readonly people: number },
): Promise<string> {
  const items = Math.ceil(size.judgments / overlap);
  await client.query('set statement_timeout = 0');
  await client.query(
    `insert into people (id, email, name, deployment_role, created_at) values ($1, 'owner@bench.example', 'Owner', 'owner', now())`,
    [ownerId],
  );
  await client.query(
    `insert into people (id, email, name, deployment_role, created_at)
     select ${personOf('n')}, n || '@bench.example', 'Annotator ' || n, 'member', now() from generate_series(0, $1::int - 1) n`,
    [size.people],
  );
  await client.query(
    `insert into projects (id, name, state, overlap, lease_ms, amend_window_ms, rubric_version, guideline_version, created_by, created_at)
     values ($1, 'Shared', 'open', 3, 3600000, 0, 1, 1, $2, now() - interval '31 days')`,
    [projectId, ownerId],
  );
  await client.query(
    `insert into rubric_versions (project_id, version, rubric, created_by, created_at) values ($1, 1, $3, $2, now() - interval '31 days')`,
    [projectId, ownerId, JSON.stringify(benchRubric)],
  );
  await fillItems(client, items);
  await fillJudgments(client, { items, people: size.people });
  await client.query('vacuum analyze');
  return projectId;
}

async function fillItems(client: pg.ClientBase, items: number): Promise<void> {
  await client.query(
    `insert into items (id, project_id, fingerprint, prompt_group, response_count, wanted, remaining, done, created_at)
     select ${idOf(1, 'n')}, $2, decode(md5(n::text), 'hex'), hashint8extended(n, 0), 2, 3, 0, 3, now() - interval '30 days' from generate_series(1, $1::int) n`,
    [items, projectId],
  );
  await client.query(
    `insert into item_contents (item_id, prompt, responses, metadata)
     select ${idOf(1, 'n')}, jsonb_build_array(jsonb_build_object('role', 'user', 'content', 'Question ' || n || ': what keeps a bridge from falling down?')),
       jsonb_build_array(
         jsonb_build_object('id', 'r1', 'text', 'Answer ' || n || repeat(': stiff decks, heavy cables and dampers', 1 + n % 4), 'model', 'model-a'),
         jsonb_build_object('id', 'r2', 'text', repeat('The wind knows the bridge and walks around it. ', 1 + n % 3), 'model', 'model-b')),
       jsonb_build_object('domain', (array['general', 'code', 'law', 'medicine'])[1 + n % 4])
     from generate_series(1, $1::int) n`,
    [items],
  );
}

/** `n` is the number of the judgment; the three of one item go to people who stand far apart. */
async function fillJudgments(
  client: pg.ClientBase,
  { items, people }: { items: number; people: number },
): Promise<void> {
  const count = items * overlap;
  const item = idOf(1, '1 + n / 3');
  const person = personOf(`((n / 3) * 7 + (n % 3) * (1 + (n / 3) % 61)) % ${people}`);
  const time = `now() - interval '30 days' + (n::float8 / ${count}) * interval '30 days'`;
  await client.query(
    `insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until, finished_at, judgment_id)
     select ${idOf(2, 'n')}, $2, ${item}, ${person}, 'submitted', 1, case when n % 2 = 0 then '{1,2}'::smallint[] else '{2,1}' end, 1, 1, ${time} - interval '1 minute', ${time}, ${time}, ${idOf(3, 'n')}
     from generate_series(0, $1::int - 1) n`,
    [count, projectId],
  );
  await client.query(
    `insert into judgments (id, project_id, item_id, assignment_id, annotator_id, client_id, body_hash, revision, rubric_version, guideline_version, answers, active_ms, submitted_at)
     select ${idOf(3, 'n')}, $2, ${item}, ${idOf(2, 'n')}, ${person}, ${idOf(4, 'n')}, '\\x00', 1, 1, 1,
       jsonb_build_object('pair', jsonb_build_object('overall', jsonb_build_object('verdict', 'prefers',
         'responseId', case when (abs(hashint4(n)) % 100 < ${agreeing}) = (n / 3 % 2 = 0) then 'r1' else 'r2' end, 'strength', 1 + n % 3)), 'response', '{}'::jsonb, 'task', '{}'::jsonb),
       20000 + abs(hashint4(n)) % 60000, ${time}
     from generate_series(0, $1::int - 1) n`,
    [count, projectId],
  );
}

function idOf(kind: number, number: string): string {
  return `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

function personOf(number: string): string {
  return `('00000005-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}
