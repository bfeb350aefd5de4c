import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Conversation } from '#contract/conversations.ts';
import * as contract from '#contract/conversations.ts';
import { rateReply } from '#contract/conversations.ts';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { checkConversations } from '#server/services/check-conversations.ts';
import { RubricCache } from '#server/services/rubric-cache.ts';
import { readConversationForExport } from '#server/store/conversation-reading-store.ts';
import { endLostReplies } from '#server/store/conversation-turn-store.ts';
import {
  addChatProject,
  type ChatProject,
  chatKey,
  followChat,
  type OpenedChat,
  openChat,
  repliesIn,
  type SeenEvent,
  saying,
  settled,
} from '#test/support/chat-projects.ts';
import { type FakeModelServer, startFakeModelServer } from '#test/support/fake-model-server.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let fake: FakeModelServer;
let project: ChatProject;
beforeAll(async () => {
  fake = await startFakeModelServer();
  server = await startTestServer({ withJobs: false, models: { privateHosts: ['127.0.0.1'] } });
  project = await addChatProject(server, { fake, items: 20, models: ['model-one'], scale: { models: 1 } });
});
afterAll(async () => {
  await server.stop();
  await fake.stop();
});

/** Lets a scripted reply go on when the test says so. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const say = (chat: OpenedChat, text: string) =>
  project.annotator.client.call(contract.sendTurn, { params: chat.params, body: saying(text) });
/** The text of the reply as a browser would put it together from what it was told. */
function assemble(seen: readonly SeenEvent[]): string {
  let text = '';
  for (const { name, data } of seen) {
    if (name === 'conversation') text = repliesIn(data as Conversation)[0]?.text ?? '';
    else {
      const delta = data as { from: number; text: string };
      if (delta.from === text.length) text += delta.text;
    }
  }
  return text;
}

async function nextChat(): Promise<OpenedChat> {
  const { pool } = server.services.database;
  await pool.query(`update assignments set state = 'skipped' where project_id = $1 and state = 'leased'`, [
    project.id,
  ]);
  return openChat(project);
}

describe('following', () => {
  test('tells the whole at first, each piece as it comes, and the end', async () => {
    const chat = await nextChat();
    const { opened, open } = gate();
    fake.script('model-one', { steps: [{ say: 'First ' }, { waitFor: opened }, { say: 'second' }] });
    const stream = await followChat(project.annotator, chat.params);
    await stream.next(({ name }) => name === 'conversation');
    await say(chat, 'Hello?');
    await stream.next(({ name, data }) => name === 'delta' && (data as { text: string }).text === 'First ');
    open();
    await stream.next(
      ({ name, data }) => name === 'conversation' && repliesIn(data as Conversation)[0]?.state === 'complete',
    );
    expect(assemble(stream.seen)).toBe('First second');
    await stream.close();
  });

  test('goes on after a reload where it was, and the reply never stopped', async () => {
    const chat = await nextChat();
    const { opened, open } = gate();
    fake.script('model-one', { steps: [{ say: 'Before. ' }, { waitFor: opened }, { say: 'After.' }] });
    const first = await followChat(project.annotator, chat.params);
    await say(chat, 'Hello?');
    await first.next(({ name }) => name === 'delta');
    await first.close();
    const second = await followChat(project.annotator, chat.params);
    await second.next(
      ({ name, data }) => name === 'conversation' && repliesIn(data as Conversation)[0]?.text === 'Before. ',
    );
    open();
    await second.next(
      ({ name, data }) => name === 'conversation' && repliesIn(data as Conversation)[0]?.state === 'complete',
    );
    expect(assemble(second.seen)).toBe('Before. After.');
    await second.close();
  });

  test('ends when the person is taken off the project', async () => {
    const chat = await nextChat();
    const stream = await followChat(project.annotator, chat.params);
    await stream.next(({ name }) => name === 'conversation');
    const { pool } = server.services.database;
    const off = await pool.query('delete from project_members where person_id = $1 returning *', [
      project.annotator.id,
    ]);
    await stream.ended;
    for (const row of off.rows as { project_id: string; person_id: string; role: string; added_at: Date }[])
      await pool.query('insert into project_members values ($1, $2, $3, $4)', [
        row.project_id,
        row.person_id,
        row.role,
        row.added_at,
      ]);
  });

  test('what has come is in the database while the model still writes', async () => {
    const chat = await nextChat();
    const { opened, open } = gate();
    fake.script('model-one', { steps: [{ say: 'Kept early' }, { waitFor: opened }] });
    await say(chat, 'Hello?');
    const read = async () => {
      const { rows } = await server.services.database.pool.query<{ text: string; request: object }>(
        `select text, request from conversation_turns where state = 'streaming' and conversation_id = $1`,
        [chat.params.conversationId],
      );
      return rows[0];
    };
    await expect.poll(read).toMatchObject({ text: 'Kept early', request: { model: 'model-one' } });
    open();
    await settled(chat);
  });
});

describe('submitting', () => {
  const check = async (chat: OpenedChat, conversationId = chat.params.conversationId) => {
    const rubric = await new RubricCache(server.services.database).read({
      projectId: project.id,
      version: 1,
    });
    const answers = { ...emptyAnswers, chat: { [chatKey]: { conversationId } } };
    const { kysely } = server.services.database;
    return checkConversations(kysely, { assignmentId: chat.assignmentId, rubric, answers, now: new Date() });
  };

  test('names what is missing, and a conversation of another task', async () => {
    const chat = await nextChat();
    expect(await check(chat)).toMatchObject([{ path: 'answers.chat.chat.turns' }]);
    await say(chat, 'Hello?');
    await settled(chat);
    expect(await check(chat)).toEqual([]);
    const other = await nextChat();
    expect(await check(other, chat.params.conversationId)).toMatchObject([{ path: 'answers.chat.chat' }]);
  });

  test('freezes the conversation with the task, and ends what is still on its way', async () => {
    const chat = await nextChat();
    fake.script('model-one', { steps: [{ say: 'Half' }, { waitFor: new Promise(() => {}) }] });
    await say(chat, 'Hello?');
    await expect.poll(async () => repliesIn(await chat.read())[0]?.text).toBe('Half');
    const { pool } = server.services.database;
    await pool.query(
      `update assignments set state = 'submitted', judgment_id = gen_random_uuid(), finished_at = now() where id = $1`,
      [chat.assignmentId],
    );
    const frozen = await chat.read();
    expect(frozen).toMatchObject({ state: 'frozen' });
    const [reply] = repliesIn(frozen);
    expect(reply).toMatchObject({ state: 'failed', failure: { code: 'interrupted' } });
    expect(await refusalOf(say(chat, 'More'))).toBe('conversation_frozen');
    const rating = { params: { ...chat.params, turnId: reply?.turnId ?? '' }, body: { rating: 3 } };
    expect(await refusalOf(project.annotator.client.call(rateReply, rating))).toBe('conversation_frozen');
    await expect(
      pool.query('update conversation_turns set rating = 1 where conversation_id = $1', [
        chat.params.conversationId,
      ]),
    ).rejects.toThrow(/never changed/);
  });

  test('waits for what is being said at that moment, and ends its replies too', async () => {
    const chat = await nextChat();
    const { pool, kysely } = server.services.database;
    const { conversationId } = chat.params;
    const speaker = await pool.connect();
    const [said, reply] = [randomUUID(), randomUUID()];
    await speaker.query('begin');
    await speaker.query('select 1 from conversations where id = $1 for update', [conversationId]);
    await speaker.query(
      `insert into conversation_turns (id, conversation_id, kind, text, state, created_at) values ($1, $2, 'user', 'Hello?', 'complete', now())`,
      [said, conversationId],
    );
    await speaker.query(
      `insert into conversation_turns (id, conversation_id, parent_id, kind, text, slot, endpoint_id, state, alive_until, created_at)
       select $1, id, $2, 'model', '', 'A', endpoint_ids[1], 'streaming', now(), now() from conversations where id = $3`,
      [reply, said, conversationId],
    );
    const submitted = pool.query(
      `update assignments set state = 'submitted', judgment_id = gen_random_uuid(), finished_at = now() where id = $1`,
      [chat.assignmentId],
    );
    const countWaiting = async () => {
      const { rows } = await pool.query(
        `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'update assignments set state = ''submitted''%'`,
      );
      return rows.length;
    };
    await expect.poll(countWaiting).toBe(1);
    await speaker.query('commit');
    speaker.release();
    await submitted;
    const frozen = await chat.read();
    expect(frozen.state).toBe('frozen');
    expect(repliesIn(frozen)).toMatchObject([{ state: 'failed', failure: { code: 'interrupted' } }]);
    // As at every start of a server.
    await endLostReplies(kysely, { now: new Date(), evenAlive: true });
  });

  test('an export reads the tree, the models and what was sent', async () => {
    const chat = await nextChat();
    await say(chat, 'Hello?');
    await settled(chat);
    const exported = await readConversationForExport(server.services.database.kysely, chat.params);
    expect(exported?.models).toMatchObject([{ slot: 'A', model: 'model-one' }]);
    expect(exported?.tree.turns.map(({ kind }) => kind)).toEqual(['user', 'model']);
    expect(exported?.turns[1]).toMatchObject({
      request: { model: 'model-one' },
      facts: { promptTokens: 11 },
    });
  });
});

test('a server that stops keeps what came, says so, and does not wait for the model', async () => {
  const { databaseUrl } = server.services.config;
  if (databaseUrl === null) throw new Error('the test server has a database of its own');
  const second = await startTestServer({
    withJobs: false,
    databaseUrl,
    models: { privateHosts: ['127.0.0.1'] },
  });
  const chat = await nextChat();
  fake.script('model-one', { steps: [{ say: 'Half' }, { waitFor: new Promise(() => {}) }] });
  const headers = {
    cookie: project.annotator.cookie,
    origin: second.address,
    'content-type': 'application/json',
  };
  await fetch(
    `${second.address}/api/v1/projects/${project.id}/conversations/${chat.params.conversationId}/turns`,
    {
      method: 'POST',
      headers,
      body: JSON.stringify(saying('Hello?')),
    },
  );
  await expect.poll(async () => repliesIn(await chat.read())[0]?.text).toBe('Half');
  // The other server hears of what this one writes, too.
  const stream = await followChat(project.annotator, chat.params);
  await second.stop();
  await stream.next(
    ({ name, data }) => name === 'conversation' && repliesIn(data as Conversation)[0]?.state === 'failed',
  );
  expect(repliesIn(await chat.read())[0]).toMatchObject({ text: 'Half', failure: { code: 'interrupted' } });
  await stream.close();
});
