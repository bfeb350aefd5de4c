import { describe, expect, it } from 'vitest';
import type { DeviceMessage } from '#web/session/device/device-channel.ts';
import { DeviceStore } from '#web/session/device/device-store.ts';
import { openFolder } from '#web/session/device/kept-folder.ts';
import { createMemoryDatabase } from '#web/session/device/memory-database.fixture.ts';
import { createFakeServer, createFakeTimers, refused } from './fake-judging.fixture.ts';
import { JudgingSession } from './judging-session.ts';

/** One person's device on which windows are opened, all on the same outbox. */
async function startDevice() {
  const server = createFakeServer();
  const device = createMemoryDatabase();
  const time = createFakeTimers();
  const receivers = new Map<number, (message: DeviceMessage) => void>();
  let ids = 0;
  let windows = 0;
  let turn: Promise<void> = Promise.resolve();
  const alone = (run: () => Promise<void>) => {
    turn = turn.then(run);
    return turn;
  };
  const open = async () => {
    const own = windows++;
    const store = new DeviceStore(device.database, await device.database.readAll(''));
    store.connect((onMessage) => {
      receivers.set(own, onMessage);
      const tell = (message: DeviceMessage) => {
        for (const [other, receive] of receivers) if (other !== own) receive(message);
      };
      return { tell, close: () => receivers.delete(own) };
    });
    const session = new JudgingSession({
      api: server.api,
      store: openFolder(store, 'judging/p1/'),
      alone,
      timers: time.timers,
      newId: () => `c${++ids}`,
      leaseMs: 90_000,
      isVisible: true,
    });
    session.start();
    await time.advance(0);
    /** The page goes away at once, with whatever was not yet done. */
    const kill = () => {
      session.stop();
      store.close();
    };
    return { session, kill };
  };
  return { ...server, device, ...time, open };
}

function rate(session: JudgingSession, ...digits: readonly number[]) {
  for (const digit of digits) session.act({ kind: 'digit', digit });
}
const look = (session: JudgingSession) => session.snapshot.get();
const onScreen = (session: JudgingSession) => look(session).task?.assignmentId;

describe('a page that opens without a network', () => {
  it('shows the tasks in hand with their drafts, and sends what was judged once the network is back', async () => {
    const { open, state, advance } = await startDevice();
    const first = await open();
    rate(first.session, 5, 3);
    await advance(2_000);
    state.isCut = true;
    rate(first.session, 4);
    await advance(0);
    first.kill();

    const { session } = await open();
    await advance(100);
    expect(onScreen(session)).toBe('a1');
    expect(look(session).desk.answers.response).toEqual({ helpful: { r1: 5, r2: 3 }, honest: { r1: 4 } });
    expect(look(session).upcoming).toHaveLength(2);
    session.act({ kind: 'rate', criterionKey: 'honest', responseId: 'r2', value: 2 });
    session.submit();
    await advance(100);
    expect([look(session).saving.text, look(session).announcement]).toEqual([
      '1 waiting, offline',
      'Kept on this device until the network is back.',
    ]);
    state.isCut = false;
    session.tryNow();
    await advance(1_000);
    expect(state.judgments).toMatchObject([
      { assignmentId: 'a1', answers: { response: { helpful: { r1: 5, r2: 3 }, honest: { r1: 4, r2: 2 } } } },
    ]);
    expect(onScreen(session)).toBe('a2');
  });

  it('goes on from a draft that the server has, without taking it for an older one', async () => {
    const { open, state, advance } = await startDevice();
    const first = await open();
    rate(first.session, 5);
    await advance(2_000);
    first.kill();
    state.isCut = true;
    const { session } = await open();
    await advance(100);
    expect(look(session).desk.answers.response).toEqual({ helpful: { r1: 5 } });
    rate(session, 3);
    state.isCut = false;
    await advance(5_000);
    expect(state.drafts.get('a1')?.revision).toBe(2);
    expect(look(session).notice).toBeNull();
  });

  it('has no task that was given back, and keeps those that could not be', async () => {
    const { open, device, state } = await startDevice();
    const { session } = await open();
    const listTasks = () => [...device.values.keys()].filter((name) => name.startsWith('judging/p1/task/'));
    state.isCut = true;
    await expect(session.release()).rejects.toThrow();
    expect(listTasks()).toHaveLength(3);
    state.isCut = false;
    await session.release();
    await Promise.resolve();
    expect(listTasks()).toEqual([]);
  });

  it('shows what is kept also where the network neither answers nor fails', async () => {
    const { open, api, advance } = await startDevice();
    const first = await open();
    first.kill();
    Object.assign(api, { takeHand: () => new Promise(() => {}) });
    const { session } = await open();
    expect(look(session).phase).toBe('loading');
    await advance(4_000);
    expect(onScreen(session)).toBe('a1');
  });
});

describe('a submission', () => {
  it('is said to wait only once it is on the disk', async () => {
    const { open, state, device, advance } = await startDevice();
    const { session } = await open();
    state.isCut = true;
    let reachDisk = () => {};
    const { commit } = device.database;
    const disk = new Promise<void>((resolve) => {
      reachDisk = resolve;
    });
    Object.assign(device.database, {
      commit: async (...input: Parameters<typeof commit>) => {
        await disk;
        await commit(...input);
      },
    });
    rate(session, 1, 1, 1, 1);
    session.submit();
    await advance(10_000);
    expect(look(session).saving.text).toBe('saving');
    reachDisk();
    await advance(0);
    expect(look(session).saving.text).toBe('1 waiting, offline');
  });

  it('that was cut off before it was sent is sent by the next page, and only once', async () => {
    const { open, state, advance } = await startDevice();
    const first = await open();
    rate(first.session, 1, 1, 1, 1);
    first.session.submit();
    first.kill();
    expect(state.judgments).toEqual([]);
    await open();
    await advance(1_000);
    expect(state.judgments).toMatchObject([{ assignmentId: 'a1', clientId: 'c1' }]);
  });

  it('asks to keep the page open where the device keeps nothing, and is sent all the same', async () => {
    const { open, state, device, advance } = await startDevice();
    const { session } = await open();
    device.state.refusesWith = new Error('closed');
    state.isCut = true;
    rate(session, 1, 1, 1, 1);
    session.submit();
    await advance(100);
    expect(look(session).saving.text).toBe('1 waiting, keep this page open');
    expect(look(session).device).toBe('memory');
    state.isCut = false;
    await advance(5_000);
    expect(state.judgments).toHaveLength(1);
  });
});

describe('two windows', () => {
  it('show one outbox, of which each judgment is sent once', async () => {
    const { open, state, advance } = await startDevice();
    const [one, other] = [await open(), await open()];
    state.isCut = true;
    rate(one.session, 1, 1, 1, 1);
    one.session.submit();
    await advance(100);
    expect(look(other.session).saving.text).toBe('1 waiting, offline');
    state.isCut = false;
    one.session.tryNow();
    other.session.tryNow();
    await advance(60_000);
    expect(state.calls.filter((call) => call === 'submit a1')).toHaveLength(1);
    expect([look(one.session).saving.text, look(other.session).saving.text]).toEqual(['saved', 'saved']);
  });

  it('go on together from a task that was finished in one of them', async () => {
    const { open, advance } = await startDevice();
    const [one, other] = [await open(), await open()];
    rate(one.session, 1, 1, 1, 1);
    one.session.submit();
    await advance(100);
    expect([onScreen(one.session), onScreen(other.session)]).toEqual(['a2', 'a2']);
    expect(look(other.session).notice?.text).toContain('another window');
  });

  it('leave what was begun in one of them there when the other finishes the task', async () => {
    const { open, advance } = await startDevice();
    const [one, other] = [await open(), await open()];
    rate(other.session, 5);
    rate(one.session, 1, 1, 1, 1);
    one.session.submit();
    await advance(5_000);
    expect(onScreen(other.session)).toBe('a1');
    expect(look(other.session).desk.answers.response).toEqual({ helpful: { r1: 5 } });
    expect(look(other.session).notice?.text).toContain('not part of it');
  });

  it('can both take back what one of them sent', async () => {
    const { open, state, advance } = await startDevice();
    const [one, other] = [await open(), await open()];
    state.isCut = true;
    rate(one.session, 5, 5, 5, 5);
    one.session.submit();
    await advance(100);
    state.isCut = false;
    other.session.tryNow();
    await advance(10);
    expect(state.judgments).toHaveLength(1);
    await one.session.undo();
    one.session.act({ kind: 'rate', criterionKey: 'helpful', responseId: 'r1', value: 1 });
    one.session.submit();
    await advance(1_000);
    expect(state.judgments).toMatchObject([{ judgmentId: 'j1' }, { supersedes: 'j1' }]);
  });
});

describe('a conflict', () => {
  async function refuseFirst(error: ReturnType<typeof refused>) {
    const device = await startDevice();
    const { session } = await device.open();
    device.state.refusals.set('submit', error);
    rate(session, 5, 1, 1, 1);
    session.submit();
    await device.advance(100);
    device.state.refusals.delete('submit');
    return { ...device, session };
  }

  it('keeps what was asked and answered, and comes back when letting go is undone', async () => {
    const { session } = await refuseFirst(refused('lease_lost', 'Your time ran out.'));
    expect(look(session).refused).toMatchObject([
      {
        about: { excerpt: 'Question 1', responseIds: ['r1', 'r2'] },
        refusal: { message: 'Your time ran out.' },
      },
    ]);
    const undo = session.discardRefused('c1');
    expect(look(session).refused).toEqual([]);
    undo();
    expect(look(session).refused).toHaveLength(1);
  });

  it('is sent again under a new client id where its reason may have passed', async () => {
    const { session, state, advance } = await refuseFirst(refused('project_closed'));
    expect(await session.resendRefused('c1')).toBeNull();
    await advance(1_000);
    expect(state.judgments).toMatchObject([{ assignmentId: 'a1', clientId: 'c2' }]);
    expect(look(session).refused).toEqual([]);
  });

  it('replaces the judgment that was there already', async () => {
    const { session, state, api, advance } = await refuseFirst(refused('already_submitted'));
    Object.assign(api, { listOwn: async () => [{ assignmentId: 'a1', judgmentId: 'j9' }] });
    expect(await session.resendRefused('c1')).toBeNull();
    await advance(1_000);
    expect(state.judgments).toMatchObject([{ assignmentId: 'a1', supersedes: 'j9' }]);
  });

  it('stays where the network is needed and away', async () => {
    const { session, state } = await refuseFirst(refused('already_submitted'));
    state.isCut = true;
    expect(await session.resendRefused('c1')).toContain('needs the network');
    expect(look(session).refused).toHaveLength(1);
  });
});
