import { describe, expect, it } from 'vitest';
import { noTyping, type Typing } from '#domain/judging/typing.ts';
import { deskRubric } from '#web/features/judging/desk/desk-rubric.fixture.ts';
import { DeviceStore } from '#web/session/device/device-store.ts';
import { openFolder } from '#web/session/device/kept-folder.ts';
import { createMemoryDatabase } from '#web/session/device/memory-database.fixture.ts';
import { createFakeServer, createFakeTimers, refused } from './fake-judging.fixture.ts';
import { JudgingSession } from './judging-session.ts';

async function startSession(options: Parameters<typeof createFakeServer>[0] = {}) {
  const server = createFakeServer(options);
  const device = createMemoryDatabase();
  const time = createFakeTimers();
  let ids = 0;
  const open = async (typing?: ReturnType<typeof countedTyping>) => {
    const store = new DeviceStore(device.database, await device.database.readAll(''));
    const session = new JudgingSession({
      api: server.api,
      store: openFolder(store, 'judging/p1/'),
      alone: (run) => run(),
      timers: time.timers,
      newId: () => `c${++ids}`,
      leaseMs: 90_000,
      isVisible: true,
      ...(typing && { typing }),
    });
    session.start();
    await time.advance(0);
    return session;
  };
  return { ...server, device, ...time, open, session: await open() };
}

/** Stands in for a page in which somebody writes. */
function countedTyping() {
  let count: Typing | undefined;
  return {
    restart: (before?: Typing) => {
      count = before;
    },
    read: () => count,
    write: (characters: number) => {
      count = { ...noTyping, ...count, typed: (count?.typed ?? 0) + characters };
    },
  };
}

/** Rates both responses on both criteria. */
function rate(session: JudgingSession, ...digits: readonly number[]) {
  for (const digit of digits) session.act({ kind: 'digit', digit });
}
const look = (session: JudgingSession) => session.snapshot.get();
const onScreen = (session: JudgingSession) => look(session).task?.assignmentId;

describe('submitting', () => {
  it('shows the next task at once and sends in the background', async () => {
    const { session, state, advance } = await startSession();
    rate(session, 5, 3, 4, 2);
    session.submit();
    expect(onScreen(session)).toBe('a2');
    expect(state.judgments).toEqual([]);
    expect(look(session).progress.doneToday).toBe(1);
    await advance(0);
    expect(state.judgments).toMatchObject([
      { assignmentId: 'a1', answers: { response: { helpful: { r1: 5, r2: 3 }, honest: { r1: 4, r2: 2 } } } },
    ]);
    expect(look(session)).toMatchObject({ saving: { text: 'saved' }, progress: { doneToday: 1 } });
    expect(look(session).upcoming).toHaveLength(2);
  });

  it('stops at what is missing', async () => {
    const { session, state, advance } = await startSession({ rubric: deskRubric });
    session.submit();
    await advance(0);
    expect(state.judgments).toEqual([]);
    expect(look(session).desk.missing).toEqual({ kind: 'pair', criterionKey: 'overall' });
  });

  it('goes on while the network is cut, and sends each judgment exactly once', async () => {
    const { session, state, advance } = await startSession();
    state.isCut = true;
    for (const _ of [1, 2]) {
      rate(session, 1, 1, 1, 1);
      session.submit();
      await advance(0);
    }
    expect(look(session).saving.text).toBe('2 waiting, offline');
    rate(session, 1, 1, 1, 1);
    session.submit();
    await advance(60_000);
    expect(look(session)).toMatchObject({ task: null, phase: 'unreachable' });
    state.isCut = false;
    session.tryNow();
    await advance(1_000);
    expect(state.judgments.map((each) => each.assignmentId)).toEqual(['a1', 'a2', 'a3']);
    expect(onScreen(session)).toBe('a4');
  });

  it('sends a judgment whose answer was lost again under the same client id', async () => {
    const { session, state, advance } = await startSession();
    state.losesAnswers = true;
    rate(session, 1, 1, 1, 1);
    session.submit();
    await advance(0);
    state.losesAnswers = false;
    await advance(5_000);
    expect(state.judgments).toHaveLength(1);
    expect(state.calls.filter((call) => call === 'submit a1')).toHaveLength(2);
    expect(look(session).saving.text).toBe('saved');
  });

  it('sends after a reload what an earlier page could not', async () => {
    const { session, state, advance, open } = await startSession();
    state.isCut = true;
    rate(session, 1, 1, 1, 1);
    session.submit();
    await advance(0);
    session.stop();
    state.isCut = false;
    await open();
    await advance(1_000);
    expect(state.judgments).toMatchObject([{ assignmentId: 'a1', clientId: 'c1' }]);
  });

  it('keeps a refused judgment, with its reason, until the person has decided', async () => {
    const { session, state, advance, open } = await startSession();
    state.refusals.set('submit', refused('lease_lost', 'Your time ran out.'));
    rate(session, 5, 1, 1, 1);
    session.submit();
    await advance(0);
    expect(look(session).refused).toMatchObject([
      { assignmentId: 'a1', refusal: { message: 'Your time ran out.' } },
    ]);
    const again = await open();
    expect(look(again).refused).toHaveLength(1);
    again.discardRefused('c1');
    expect(look(again).refused).toEqual([]);
  });

  it('asks nothing while signed out, and says so', async () => {
    const { session, state, advance } = await startSession();
    state.refusals.set('submit', refused('not_signed_in'));
    rate(session, 1, 1, 1, 1);
    session.submit();
    await advance(0);
    expect(look(session).saving.text).toBe('1 waiting, sign in again');
  });
});

describe('undo', () => {
  it('pulls a judgment back that has not left yet', async () => {
    const { session, state, advance } = await startSession();
    rate(session, 5, 3, 4, 2);
    session.submit();
    await session.undo();
    expect(look(session)).toMatchObject({
      task: { assignmentId: 'a1', mode: 'judge' },
      desk: { answers: { response: { helpful: { r1: 5 } } } },
    });
    await advance(0);
    expect(state.judgments).toEqual([]);
    session.submit();
    await advance(0);
    expect(state.judgments).toMatchObject([{ assignmentId: 'a1' }]);
    expect(onScreen(session)).toBe('a2');
  });

  it('amends a judgment that was stored', async () => {
    const { session, state, advance } = await startSession();
    rate(session, 5, 3, 4, 2);
    session.submit();
    await advance(0);
    await session.undo();
    expect(look(session).task).toMatchObject({ assignmentId: 'a1', mode: 'amend' });
    session.act({ kind: 'rate', criterionKey: 'helpful', responseId: 'r1', value: 1 });
    session.submit();
    await advance(0);
    expect(state.judgments[1]).toMatchObject({
      supersedes: 'j1',
      answers: { response: { helpful: { r1: 1, r2: 3 } } },
    });
    expect(onScreen(session)).toBe('a2');
  });

  it('amends a judgment of which nobody knows whether it was stored', async () => {
    const { session, state, advance } = await startSession();
    state.losesAnswers = true;
    rate(session, 5, 3, 4, 2);
    session.submit();
    await advance(0);
    await session.undo();
    expect(look(session).task?.mode).toBe('amend');
    session.act({ kind: 'rate', criterionKey: 'helpful', responseId: 'r1', value: 1 });
    session.submit();
    state.losesAnswers = false;
    await advance(5_000);
    expect(state.judgments).toMatchObject([{ judgmentId: 'j1' }, { judgmentId: 'j2', supersedes: 'j1' }]);
  });

  it('leaves a judgment as it was sent when the amendment is left', async () => {
    const { session, state, advance } = await startSession();
    rate(session, 5, 3, 4, 2);
    session.submit();
    await advance(0);
    await session.undo();
    session.leaveAmendment();
    expect(onScreen(session)).toBe('a2');
    expect(state.judgments).toHaveLength(1);
  });

  it('keeps what was begun on the task that was on screen', async () => {
    const { session, advance } = await startSession();
    rate(session, 5, 3, 4, 2);
    session.submit();
    await advance(0);
    rate(session, 2);
    await advance(2_000);
    await session.undo();
    session.submit();
    await advance(0);
    expect(look(session)).toMatchObject({
      task: { assignmentId: 'a2' },
      desk: { answers: { response: { helpful: { r1: 2 } } } },
    });
  });

  it.each([
    ['that has not left yet', 0, []],
    ['that the server has', 1, ['skip a1', 'unskip a1']],
  ])('takes back a skip %s', async (_, waits, calls) => {
    const { session, state, advance } = await startSession();
    rate(session, 4);
    session.skip('unclear', '');
    expect(onScreen(session)).toBe('a2');
    if (waits > 0) await advance(waits);
    await session.undo();
    await advance(1_000);
    expect(onScreen(session)).toBe('a1');
    expect(look(session).desk.answers.response).toEqual({ helpful: { r1: 4 } });
    expect(state.calls.filter((call) => call.includes('skip'))).toEqual(calls);
  });

  it('says when there is nothing to undo', async () => {
    const { session } = await startSession();
    await session.undo();
    expect(look(session).notice?.text).toBe('There is nothing to undo here yet.');
  });
});

describe('a draft', () => {
  it('is saved after a quiet second, and comes back after a crash', async () => {
    const { session, state, advance, open } = await startSession();
    rate(session, 5);
    expect(look(session).saving.text).toBe('saving');
    await advance(1_500);
    expect(look(session).saving.text).toBe('saved');
    expect(state.drafts.get('a1')?.revision).toBe(1);
    rate(session, 3);
    // The page is killed before the second draft leaves.
    session.stop();
    const again = await open();
    expect(look(again).desk.answers.response).toEqual({ helpful: { r1: 5, r2: 3 } });
    // Digits go on at what is missing.
    rate(again, 4, 2);
    expect(look(again).desk.answers.response).toHaveProperty('honest', { r1: 4, r2: 2 });
  });

  it('keeps how it was written, so that opening the page anew loses none of it', async () => {
    const { session, state, advance, open } = await startSession();
    session.stop();
    const before = countedTyping();
    const first = await open(before);
    before.write(7);
    rate(first, 5);
    first.stop();
    const after = countedTyping();
    const second = await open(after);
    after.write(3);
    rate(second, 3, 4, 2);
    second.submit();
    await advance(0);
    expect(state.judgments).toMatchObject([{ assignmentId: 'a1', typing: { typed: 10 } }]);
    expect(after.read()).toBeUndefined();
  });

  it('comes from another device where that one is newer', async () => {
    const { session, state, advance, open } = await startSession();
    rate(session, 5);
    await advance(1_500);
    session.stop();
    const other = await open();
    other.act({ kind: 'rate', criterionKey: 'helpful', responseId: 'r1', value: 1 });
    await advance(1_500);
    session.act({ kind: 'rate', criterionKey: 'helpful', responseId: 'r1', value: 2 });
    await advance(3_000);
    expect(state.drafts.get('a1')?.revision).toBe(2);
    expect(look(session).desk.answers.response).toEqual({ helpful: { r1: 1 } });
    look(session).notice?.act?.run();
    expect(look(session).desk.answers.response).toEqual({ helpful: { r1: 2 } });
    await advance(3_000);
    expect(state.drafts.get('a1')?.revision).toBe(3);
  });

  it('leaves nothing behind once the judgment is stored', async () => {
    const { session, device, advance } = await startSession();
    rate(session, 5, 3, 4, 2);
    await advance(2_000);
    session.submit();
    await advance(2_000);
    expect([...device.values.keys()].filter((name) => /draft|outbox|a1/.test(name))).toEqual([]);
  });

  it('stays in this browser while the network is cut', async () => {
    const { session, state, advance } = await startSession();
    state.isCut = true;
    rate(session, 5);
    await advance(1_500);
    expect(look(session).saving.text).toBe('draft kept here');
    state.isCut = false;
    await advance(5_000);
    expect(look(session).saving.text).toBe('saved');
  });
});

describe('the lease', () => {
  it('is extended for all tasks in hand while the person is at work', async () => {
    const { session, state, advance } = await startSession();
    await advance(25_000);
    session.signal('input');
    await advance(10_000);
    expect(state.calls.filter((call) => call.startsWith('heartbeat'))).toEqual([
      'heartbeat a1',
      'heartbeat a2',
      'heartbeat a3',
    ]);
  });

  it('runs out when nobody is there', async () => {
    const { state, advance } = await startSession();
    await advance(300_000);
    expect(state.calls.filter((call) => call.startsWith('heartbeat'))).toHaveLength(0);
  });

  it('that is lost is said, and the answers stay', async () => {
    const { session, state, advance } = await startSession();
    rate(session, 5);
    state.refusals.set('heartbeat', refused('lease_lost', 'Your time ran out.'));
    await advance(25_000);
    session.signal('input');
    await advance(10_000);
    expect(look(session).notice?.text).toContain('Your time ran out.');
    expect(look(session)).toMatchObject({
      task: { assignmentId: 'a1' },
      desk: { answers: { response: { helpful: { r1: 5 } } } },
    });
  });
});

describe('active time', () => {
  it('counts reading, but neither idling, pausing nor a hidden page', async () => {
    const { session, state, advance } = await startSession();
    await advance(10_000);
    session.signal('hidden');
    await advance(60_000);
    session.signal('visible');
    await advance(5_000);
    session.setPaused(true);
    await advance(60_000);
    session.setPaused(false);
    await advance(300_000);
    session.signal('input');
    rate(session, 1, 1, 1, 1);
    session.submit();
    await advance(0);
    // 10 s before hiding, 5 s after, and the half minute that reading without input is granted.
    expect(state.judgments[0]?.activeMs).toBe(45_000);
  });
});

describe('an end', () => {
  it('says that the queue is empty, and looks again', async () => {
    const { session, state, advance } = await startSession({ tasks: 1 });
    rate(session, 1, 1, 1, 1);
    session.submit();
    await advance(100);
    expect(look(session)).toMatchObject({ task: null, phase: 'empty' });
    const asked = state.calls.length;
    await advance(61_000);
    expect(state.calls.length).toBe(asked + 1);
  });

  it('says that the project is paused', async () => {
    const { session, state, advance, open } = await startSession();
    session.stop();
    state.refusals.set('takeHand', refused('project_not_open', 'The project is paused.'));
    const again = await open();
    await advance(0);
    expect(look(again)).toMatchObject({ phase: 'closed', message: 'The project is paused.' });
  });

  it('offers a break after 25 tasks', async () => {
    const { session, advance } = await startSession({ tasks: 40 });
    for (let task = 0; task < 25; task += 1) {
      expect(look(session).isBreakDue).toBe(false);
      rate(session, 1, 1, 1, 1);
      session.submit();
      await advance(100);
    }
    expect(look(session).isBreakDue).toBe(true);
    session.dismissBreak();
    expect(look(session).isBreakDue).toBe(false);
  });
});
