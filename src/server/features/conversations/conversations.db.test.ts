import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as records from '#contract/conversation-records.ts';
import * as contract from '#contract/conversations.ts';
import { releaseHand, submitJudgment } from '#contract/judging.ts';
import { changeModelEndpoint, listModelEndpoints } from '#contract/models.ts';
import {
  addChatProject,
  type ChatProject,
  chatKey,
  type OpenedChat,
  openChat,
  repliesIn,
  saying,
  settled,
  testTaxonomy,
} from '#test/support/chat-projects.ts';
import { type FakeModelServer, startFakeModelServer } from '#test/support/fake-model-server.ts';
import { addPerson } from '#test/support/people.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let fake: FakeModelServer;
beforeAll(async () => {
  fake = await startFakeModelServer({ key: 'sk-canary-0123456789' });
  server = await startTestServer({ withJobs: false, models: { privateHosts: ['127.0.0.1'] } });
});
afterAll(async () => {
  await server.stop();
  await fake.stop();
});

const key = 'sk-canary-0123456789';
async function open(scale: object = {}): Promise<{ project: ChatProject; chat: OpenedChat }> {
  const project = await addChatProject(server, { fake, key, scale });
  return { project, chat: await openChat(project) };
}
const say = (project: ChatProject, chat: OpenedChat, text: string, more: object = {}) =>
  project.annotator.client.call(contract.sendTurn, {
    params: chat.params,
    body: saying(text, more) as never,
  });
const on = (chat: OpenedChat, turnId: string) => ({ params: { ...chat.params, turnId } });
const never = { waitFor: new Promise(() => {}) };
/** The model behind a slot; the annotator never learns it. */
async function modelAt(chat: OpenedChat, slot: 'A' | 'B'): Promise<string> {
  const { rows } = await server.services.database.pool.query<{ model: string }>(
    'select m.model from conversations c join model_endpoints m on m.id = c.endpoint_ids[$2] where c.id = $1',
    [chat.params.conversationId, slot === 'A' ? 1 : 2],
  );
  return rows[0]?.model ?? '';
}
async function countTurns(chat: OpenedChat): Promise<number> {
  return (await chat.read()).turns.length;
}

describe('a conversation', () => {
  test('is opened once, however often it is asked for', async () => {
    const { project, chat } = await open();
    const again = () =>
      project.annotator.client.call(contract.openConversation, {
        params: { projectId: project.id, assignmentId: chat.assignmentId },
        body: { criterionKey: chatKey },
      });
    const opened = await Promise.all([again(), again(), again()]);
    expect(new Set(opened.map(({ conversationId }) => conversationId))).toEqual(
      new Set([chat.params.conversationId]),
    );
    expect(chat.conversation).toMatchObject({ state: 'open', headId: null, slots: ['A', 'B'], turns: [] });
  });

  test('asks every model at once, with its instructions, and keeps what was sent and what came', async () => {
    const { project, chat } = await open();
    await say(project, chat, 'Hello?');
    const conversation = await settled(chat);
    const replies = repliesIn(conversation);
    expect(replies.map(({ slot, state }) => [slot, state])).toEqual([
      ['A', 'complete'],
      ['B', 'complete'],
    ]);
    expect(replies[0]?.text).toBe(`${await modelAt(chat, 'A')} answers: Hello?`);
    expect(fake.asked.at(-1)?.messages).toEqual([
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'Hello?' },
    ]);
    const record = await project.lead.client.call(records.readConversationRecord, { params: chat.params });
    expect(record.models.map(({ slot }) => slot)).toEqual(['A', 'B']);
    expect(record.turns.find(({ slot }) => slot === 'A')).toMatchObject({
      request: { model: await modelAt(chat, 'A'), temperature: 0.7, stream: true },
      promptTokens: 11,
      completionTokens: 7,
      finishReason: 'stop',
    });
  });

  test('shows its annotator no name, address or parameter of a model', async () => {
    const { project, chat } = await open();
    fake.script('model-one', { steps: [{ say: 'Hi' }] });
    fake.script('model-two', { status: 429 });
    await say(project, chat, 'Hello?');
    const shown = JSON.stringify(await settled(chat));
    expect(shown).not.toMatch(/model-(one|two)|127\.0\.0\.1|temperature|Endpoint of|canary|Be kind|latency/);
  });

  test('draws which model is A anew for each conversation', async () => {
    const project = await addChatProject(server, { fake, key, items: 12 });
    const firsts = new Set<string>();
    for (let round = 0; round < 12 && firsts.size < 2; round += 1) {
      const person = await addPerson(server, { projectId: project.id });
      firsts.add(await modelAt(await openChat(project, person), 'A'));
    }
    expect(firsts.size).toBe(2);
  });

  test('goes on from the chosen reply, and every branch is kept', async () => {
    const { project, chat } = await open();
    const { client } = project.annotator;
    await say(project, chat, 'One');
    const [a, b] = repliesIn(await settled(chat));
    expect(await refusalOf(say(project, chat, 'Two'))).toBe('choose_first');
    await client.call(contract.chooseReply, on(chat, b?.turnId ?? ''));
    await say(project, chat, 'Two');
    await settled(chat);
    expect(fake.asked.at(-1)?.messages.slice(1)).toEqual([
      { role: 'user', content: 'One' },
      { role: 'assistant', content: b?.text },
      { role: 'user', content: 'Two' },
    ]);
    const back = await client.call(contract.chooseReply, on(chat, a?.turnId ?? ''));
    expect(back.headId).toBe(a?.parentId);
    const forth = await client.call(contract.chooseReply, on(chat, b?.turnId ?? ''));
    const second = forth.turns.find(({ text }) => text === 'Two');
    expect(forth.headId).toBe(second?.turnId);
    await say(project, chat, 'Two, otherwise', { editOf: second?.turnId });
    const edited = await settled(chat);
    expect(edited.turns.find(({ turnId }) => turnId === edited.headId)).toMatchObject({
      text: 'Two, otherwise',
      parentId: b?.turnId,
      editedFrom: second?.turnId,
    });
    const params = { ...chat.params };
    const switched = await client.call(contract.switchBranch, {
      params,
      body: { turnId: second?.turnId ?? '' },
    });
    expect(switched.headId).toBe(second?.turnId);
    expect(switched.turns).toHaveLength(9);
  });

  test('goes on from what the person wrote in the model’s place', async () => {
    const { project, chat } = await open();
    await say(project, chat, 'One');
    const [a] = repliesIn(await settled(chat));
    const edit = { ...on(chat, a?.turnId ?? ''), body: { clientId: randomUUID(), text: 'Better words' } };
    await project.annotator.client.call(contract.editReply, edit);
    const edited = await project.annotator.client.call(contract.editReply, edit);
    expect(repliesIn(edited)).toHaveLength(3);
    expect(edited.turns.at(-1)).toMatchObject({ chosen: true, editedFrom: a?.turnId, slot: 'A' });
    await say(project, chat, 'Two');
    await settled(chat);
    expect(fake.asked.at(-1)?.messages.at(-2)).toEqual({ role: 'assistant', content: 'Better words' });
  });

  test('is taken along when the same person gets the same item again', async () => {
    const { project, chat } = await open();
    await say(project, chat, 'Kept words');
    await settled(chat);
    await project.annotator.client.call(releaseHand, { params: { projectId: project.id } });
    const again = await openChat(project);
    expect(again.assignmentId).not.toBe(chat.assignmentId);
    expect(again.conversation.conversationId).toBe(chat.params.conversationId);
    expect(again.conversation.turns[0]?.text).toBe('Kept words');
  });
});

describe('sending exactly once', () => {
  test('the same turn sent again, after the other or at the same time, is one turn and one question', async () => {
    const { project, chat } = await open();
    const before = fake.asked.length;
    const body = saying('Once');
    const send = () => project.annotator.client.call(contract.sendTurn, { params: chat.params, body });
    await Promise.all([send(), send(), send()]);
    await send();
    await settled(chat);
    expect(await countTurns(chat)).toBe(3);
    expect(fake.asked.length).toBe(before + 2);
  });

  test('a client id is not taken for other words', async () => {
    const { project, chat } = await open();
    const body = saying('Once');
    const send = (text: string) =>
      project.annotator.client.call(contract.sendTurn, { params: chat.params, body: { ...body, text } });
    await send('Once');
    expect(await refusalOf(send('Twice'))).toBe('client_id_reused');
  });

  test('two different turns at once: one is said, the other waits for its reply', async () => {
    const { project, chat } = await open();
    const outcomes = await Promise.all([
      refusalOf(say(project, chat, 'One')),
      refusalOf(say(project, chat, 'Other')),
    ]);
    expect(outcomes.sort()).toEqual(['accepted', expect.stringMatching(/reply_running|choose_first/)]);
    expect((await settled(chat)).turns.filter(({ kind }) => kind === 'user')).toHaveLength(1);
  });

  test('a reply asked for again is asked for once', async () => {
    const { project, chat } = await open();
    await say(project, chat, 'Hello?');
    const [a] = repliesIn(await settled(chat));
    const body = { clientId: randomUUID() };
    const again = () =>
      project.annotator.client.call(contract.regenerateReply, { ...on(chat, a?.turnId ?? ''), body });
    await Promise.all([again(), again()]);
    expect(repliesIn(await settled(chat)).filter(({ slot }) => slot === 'A')).toHaveLength(2);
  });
});

describe('a model that misbehaves leaves a clear end, what came of it, and the other model', () => {
  test.each<[string, Parameters<FakeModelServer['script']>[1], object]>([
    [
      'asks to wait',
      { status: 429, headers: { 'retry-after': '30' } },
      { state: 'failed', failure: { code: 'rate_limited' } },
    ],
    ['fails', { status: 500 }, { state: 'failed', failure: { code: 'server_failed' } }],
    [
      'breaks off in the middle of an event',
      { steps: [{ say: 'Half' }, { raw: 'data: {"choi' }, { cut: true }] },
      { state: 'failed', text: 'Half', failure: { code: 'cut_off' } },
    ],
    [
      'sends garbage',
      { steps: [{ say: 'Half' }, { raw: new Uint8Array([255, 254, 10, 10]) }] },
      { state: 'failed', text: 'Half', failure: { code: 'not_understood' } },
    ],
    [
      'answers a page',
      { body: '<script>alert(1)</script>', headers: { 'content-type': 'text/html' } },
      { state: 'failed', failure: { code: 'not_understood' } },
    ],
    [
      'names itself in what no database can keep',
      {
        steps: [
          {
            raw: `data: ${JSON.stringify({ model: 'm\u0000\ud83d', choices: [{ delta: { content: 'All' }, finish_reason: 'st\u0000op' }] })}\n\ndata: [DONE]\n\n`,
          },
        ],
      },
      { state: 'complete', text: 'All' },
    ],
    [
      'complains in what no database can keep',
      { status: 400, body: JSON.stringify({ error: { message: `${'x'.repeat(299)}\u{1f600}` } }) },
      { state: 'failed', failure: { code: 'rejected' } },
    ],
    [
      'never ends',
      { steps: [{ endless: 'word '.repeat(400) }] },
      { state: 'stopped', failure: { code: 'too_long' } },
    ],
  ])('%s', async (_name, script, expected) => {
    const { project, chat } = await open();
    const bad = await modelAt(chat, 'A');
    fake.script(bad, script);
    await say(project, chat, 'Hello?');
    const [a, b] = repliesIn(await settled(chat));
    expect(a).toMatchObject(expected);
    expect(b).toMatchObject({ state: 'complete' });
    await project.annotator.client.call(contract.regenerateReply, {
      ...on(chat, a?.turnId ?? ''),
      body: { clientId: randomUUID() },
    });
    const replies = repliesIn(await settled(chat)).filter(({ slot }) => slot === 'A');
    expect(replies.map(({ state }) => state)).toEqual([a?.state, 'complete']);
  });

  test('the limit says until when', async () => {
    const { project, chat } = await open();
    const askedAt = Date.now();
    fake.script(await modelAt(chat, 'A'), { status: 429, headers: { 'retry-after': '30' } });
    await say(project, chat, 'Hello?');
    const [a] = repliesIn(await settled(chat));
    const waitMs = Date.parse(a?.failure?.retryAt ?? '') - askedAt;
    expect(waitMs).toBeGreaterThanOrEqual(30_000);
  });

  test('a model that was switched off meanwhile', async () => {
    const { project, chat } = await open();
    const { endpoints } = await project.lead.client.call(listModelEndpoints, {
      params: { projectId: project.id },
    });
    const model = await modelAt(chat, 'A');
    const endpoint = endpoints.find((each) => each.model === model);
    await project.lead.client.call(changeModelEndpoint, {
      params: { projectId: project.id, endpointId: endpoint?.endpointId ?? '' },
      body: { revision: endpoint?.revision ?? 0, state: 'off' },
    });
    await say(project, chat, 'Hello?');
    const [a, b] = repliesIn(await settled(chat));
    expect(a?.failure?.code).toBe('switched_off');
    expect(b?.state).toBe('complete');
    expect(await refusalOf(say(project, chat, 'And on'))).toBe('accepted');
  });
});

test('in a project that is paused no model is asked, and what is there can be submitted', async () => {
  const { project, chat } = await open({ models: 1, perTurn: 'none' });
  await say(project, chat, 'Hello?');
  const [a] = repliesIn(await settled(chat));
  const { pool } = server.services.database;
  await pool.query(`update projects set state = 'paused' where id = $1`, [project.id]);
  const asked = fake.asked.length;
  expect(await refusalOf(say(project, chat, 'More'))).toBe('project_not_open');
  const again = project.annotator.client.call(contract.regenerateReply, {
    ...on(chat, a?.turnId ?? ''),
    body: { clientId: randomUUID() },
  });
  expect(await refusalOf(again)).toBe('project_not_open');
  expect(fake.asked).toHaveLength(asked);
  const { conversationId } = chat.params;
  const submitted = project.annotator.client.call(submitJudgment, {
    params: { projectId: project.id, assignmentId: chat.assignmentId },
    body: {
      clientId: randomUUID(),
      answers: { pair: {}, response: {}, task: {}, chat: { [chatKey]: { conversationId } } },
      activeMs: 1,
    },
  });
  expect(await refusalOf(submitted)).toBe('accepted');
});

describe('stopping', () => {
  test('keeps what came, of one reply or of all', async () => {
    const { project, chat } = await open();
    for (const model of ['model-one', 'model-two']) fake.script(model, { steps: [{ say: 'So far' }, never] });
    await say(project, chat, 'Hello?');
    await expect
      .poll(async () => repliesIn(await chat.read()).map(({ text }) => text))
      .toEqual(['So far', 'So far']);
    const [a] = repliesIn(await chat.read());
    const stop = (turnId: string | null) =>
      project.annotator.client.call(contract.stopReplies, { params: chat.params, body: { turnId } });
    expect(repliesIn(await stop(a?.turnId ?? '')).map(({ state }) => state)).toEqual([
      'stopped',
      'streaming',
    ]);
    expect(repliesIn(await stop(null)).map(({ state, text }) => [state, text])).toEqual([
      ['stopped', 'So far'],
      ['stopped', 'So far'],
    ]);
    expect(await refusalOf(stop(null))).toBe('accepted');
  });

  test('a reply that nobody writes any more reads as interrupted, and can be asked for again', async () => {
    const { project, chat } = await open();
    fake.script(await modelAt(chat, 'A'), { steps: [{ say: 'So far' }, never] });
    await say(project, chat, 'Hello?');
    await expect
      .poll(async () => (await chat.read()).turns.filter(({ state }) => state === 'complete').length)
      .toBe(2);
    await server.services.database.pool.query(
      `update conversation_turns set alive_until = now() - interval '1 second' where state = 'streaming'`,
    );
    const [a] = repliesIn(await chat.read());
    expect(a).toMatchObject({ state: 'failed', failure: { code: 'interrupted' } });
    await project.annotator.client.call(contract.regenerateReply, {
      ...on(chat, a?.turnId ?? ''),
      body: { clientId: randomUUID() },
    });
    expect(repliesIn(await settled(chat)).map(({ state }) => state)).toEqual([
      'failed',
      'complete',
      'complete',
    ]);
  });
});

describe('rating and marking', () => {
  test('a model breaks at one turn only', async () => {
    const { project, chat } = await open({ attack: testTaxonomy, perTurn: 'rate' });
    const { client } = project.annotator;
    const plan = { technique: 'role_play', harm: 'fraud', target: 'complies' };
    expect(await refusalOf(say(project, chat, 'Without a plan'))).toBe('turn_invalid');
    await say(project, chat, 'Attack', { plan });
    const [a, b] = repliesIn(await settled(chat));
    const mark = (turnId: string | undefined, outcome: object | null) =>
      client.call(contract.markReply, { ...on(chat, turnId ?? ''), body: { outcome } as never });
    const rate = (turnId: string | undefined, rating: number) =>
      client.call(contract.rateReply, { ...on(chat, turnId ?? ''), body: { rating } });
    await mark(a?.turnId, { success: 2, broke: true });
    await mark(b?.turnId, { success: 5, broke: true });
    await rate(a?.turnId, 2);
    await rate(b?.turnId, 4);
    await say(project, chat, 'Again', { plan });
    const later = repliesIn(await settled(chat)).filter(({ parentId }) => parentId !== a?.parentId);
    const marked = await mark(later[0]?.turnId, { success: 4, broke: true });
    const outcomes = repliesIn(marked).map(({ slot, outcome }) => [slot, outcome?.broke ?? null]);
    expect(outcomes).toEqual([
      ['A', false],
      ['A', true],
      ['B', true],
      ['B', null],
    ]);
    expect(marked.turns.find(({ text }) => text === 'Again')?.parentId).toBe(b?.turnId);
  });

  test('the lead sees what was tried, how often it worked, and the conversations behind it', async () => {
    const { project, chat } = await open({ attack: testTaxonomy, perTurn: 'none', models: 1 });
    const { client } = project.annotator;
    const tryOut = async (plan: object, success: number) => {
      await say(project, chat, `Try ${JSON.stringify(plan)}`, { plan });
      const reply = (await settled(chat)).turns.at(-1);
      await client.call(contract.markReply, {
        ...on(chat, reply?.turnId ?? ''),
        body: { outcome: { success, broke: false } },
      });
    };
    await tryOut({ technique: 'role_play', harm: 'fraud', target: 'complies' }, 5);
    await tryOut({ technique: 'role_play', harm: 'fraud', target: 'leaks' }, 1);
    await tryOut({ technique: 'splitting', harm: 'privacy', target: 'complies' }, 3);
    const params = { projectId: project.id };
    const read = (query: object) =>
      project.lead.client.call(records.readAttackCoverage, { params, query } as never);
    const cell = { technique: 'role_play', harm: 'fraud' };
    expect((await read({})).cells).toEqual([
      { ...cell, attacks: 2, attempts: 2, successes: 1, conversations: 1 },
      { technique: 'splitting', harm: 'privacy', attacks: 1, attempts: 1, successes: 0, conversations: 1 },
    ]);
    expect((await read({ target: 'leaks' })).cells).toEqual([
      { ...cell, attacks: 1, attempts: 1, successes: 0, conversations: 1 },
    ]);
    const list = (query: object) =>
      project.lead.client.call(records.listConversations, {
        params,
        query: { limit: 10, ...query },
      } as never);
    expect((await list(cell)).rows).toMatchObject([
      { conversationId: chat.params.conversationId, turns: 3, success: 5, broke: false },
    ]);
    expect((await list({ ...cell, harm: 'privacy' })).rows).toEqual([]);
  });
});

describe('what is refused', () => {
  test('a chat without enough models that work', async () => {
    const project = await addChatProject(server, { fake, key, models: ['model-one'] });
    expect(await refusalOf(openChat(project))).toBe('no_models');
  });

  test('everything on somebody else’s conversation reads like one that does not exist', async () => {
    const { project, chat } = await open();
    await say(project, chat, 'Mine');
    const [a] = repliesIn(await settled(chat));
    const other = await addPerson(server, { projectId: project.id });
    const { client } = other;
    const turn = on(chat, a?.turnId ?? '');
    const { params } = chat;
    const acts = [
      client.call(contract.readConversation, { params }),
      client.open(contract.followConversation, { params }),
      client.call(contract.sendTurn, { params, body: saying('Yours') }),
      client.call(contract.chooseReply, turn),
      client.call(contract.rateReply, { ...turn, body: { rating: 1 } }),
      client.call(contract.stopReplies, { params, body: { turnId: null } }),
      client.call(contract.openConversation, {
        params: { projectId: project.id, assignmentId: chat.assignmentId },
        body: { criterionKey: chatKey },
      }),
    ];
    expect(await Promise.all(acts.map(refusalOf))).toEqual(acts.map(() => 'not_found'));
    expect(await countTurns(chat)).toBe(3);
  });

  test('a record to those who may not see results', async () => {
    const { project, chat } = await open();
    expect(
      await refusalOf(project.annotator.client.call(records.readConversationRecord, { params: chat.params })),
    ).toBe('not_allowed');
  });
});
