import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type Client, createClient } from '#client/call.ts';
import { setUp } from '#contract/accounts.ts';
import * as chat from '#contract/conversations.ts';
import { takeHand } from '#contract/judging.ts';
import { addModelEndpoint } from '#contract/models.ts';
import { createProject, setMemberRoles, updateProject } from '#contract/projects.ts';
import { startEmbeddedServer } from '#server/database/embedded-server.ts';
import { chatKey, repliesIn, saying, testScale } from '#test/support/chat-projects.ts';
import { type FakeModelServer, startFakeModelServer } from '#test/support/fake-model-server.ts';
import {
  freePort,
  makeDataFolder,
  removeDataFolder,
  type SpawnedServer,
  spawnServer,
} from '#test/support/spawned-server.ts';

const secret = 'sk-canary-of-the-model';
let server: SpawnedServer | undefined;
let fake: FakeModelServer | undefined;
afterEach(async () => {
  await server?.terminate();
  await fake?.stop();
  if (server) removeDataFolder(server.folder);
});

async function signUp(address: string): Promise<{ client: Client; personId: string }> {
  const response = await fetch(`${address}/api/v1/setup`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Owner', email: 'owner@test.example', password: 'a long password' }),
  });
  const session = setUp.response.parse(await response.json());
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const client = createClient({ baseUrl: `${address}/api/v1`, headers: { origin: address, cookie } });
  return { client, personId: session.person?.id ?? '' };
}

const rubric = {
  criteria: [
    {
      key: chatKey,
      label: 'Talk',
      help: '',
      target: 'task' as const,
      scale: { ...testScale, models: 1, perTurn: 'none' as const },
      required: true,
    },
  ],
  overallKey: null,
  justification: { ask: 'off' as const, minCharacters: 0 },
  confidence: 'off' as const,
};

async function openChat(client: Client, people: { personId: string; folder: string; baseUrl: string }) {
  const project = await client.call(createProject, {
    body: {
      name: 'Chat',
      description: '',
      instructions: '',
      rubric,
      guidelines: '',
      overlap: 1,
      leaseMs: 3_600_000,
      amendWindowMs: 0,
    },
  });
  const params = { projectId: project.id };
  await client.call(updateProject, { params, body: { revision: project.revision, state: 'open' } });
  await client.call(setMemberRoles, {
    params: { ...params, personId: people.personId },
    body: { roles: ['owner', 'annotator'] },
  });
  await client.call(addModelEndpoint, {
    params,
    body: {
      name: 'One',
      baseUrl: people.baseUrl,
      model: 'model-one',
      key: secret,
      parameters: { temperature: null, topP: null, maxTokens: null, systemPrompt: '' },
    },
  });
  const { url } = await startEmbeddedServer({ folder: people.folder });
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  await database.query(
    `insert into items (id, project_id, fingerprint, prompt_group, response_count, wanted, remaining, created_at)
     values (uuidv7(), '${project.id}', '\\x00', 1, 1, 1, 1, now())`,
  );
  await database.query(
    `insert into item_contents (item_id, prompt, responses) select id, '[{"role":"user","content":"?"}]', '[{"id":"r1","text":"a"}]' from items`,
  );
  await database.end();
  const hand = await client.call(takeHand, { params, body: { size: 1 } });
  const conversation = await client.call(chat.openConversation, {
    params: { ...params, assignmentId: hand.assignments[0]?.assignmentId ?? '' },
    body: { criterionKey: chatKey },
  });
  return { ...params, conversationId: conversation.conversationId };
}

test('a server killed while a model answers keeps what came, says so at once, and asks again on request', async () => {
  fake = await startFakeModelServer({ key: secret });
  const folder = makeDataFolder();
  const port = await freePort();
  const environment = { PLUMBLINE_MODEL_HOSTS: fake.host, PLUMBLINE_LOG: 'trace' };
  server = await spawnServer({ folder, port, environment });
  const { client, personId } = await signUp(server.address);
  const params = await openChat(client, { personId, folder, baseUrl: fake.baseUrl });
  fake.script('model-one', { steps: [{ say: 'This much came' }, { waitFor: new Promise(() => {}) }] });
  const said = saying('What I typed');
  await client.call(chat.sendTurn, { params, body: said });
  const database = async () => {
    const { url } = await startEmbeddedServer({ folder });
    const connection = new pg.Client({ connectionString: url });
    await connection.connect();
    const { rows } = await connection.query<{ text: string }>(
      `select text from conversation_turns where kind = 'model'`,
    );
    await connection.end();
    return rows[0]?.text;
  };
  await expect.poll(database, { timeout: 20_000 }).toBe('This much came');
  const printed = server.output();
  await server.kill();

  server = await spawnServer({ folder, port, environment });
  const after = await client.call(chat.readConversation, { params });
  expect(after.turns[0]).toMatchObject({ text: 'What I typed' });
  const [reply] = repliesIn(after);
  expect(reply).toMatchObject({ state: 'failed', text: 'This much came', failure: { code: 'interrupted' } });
  // The browser did not hear whether its turn had arrived, and sends it again.
  const again = await client.call(chat.sendTurn, { params, body: said });
  expect(again.turns).toHaveLength(2);
  await client.call(chat.regenerateReply, {
    params: { ...params, turnId: reply?.turnId ?? '' },
    body: { clientId: randomUUID() },
  });
  await expect
    .poll(
      async () => repliesIn(await client.call(chat.readConversation, { params })).map(({ state }) => state),
      {
        timeout: 20_000,
      },
    )
    .toEqual(['failed', 'complete']);
  expect(printed + server.output()).not.toContain('canary');
});
