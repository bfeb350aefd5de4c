import { describe, expect, it } from 'vitest';
import { DeviceStore } from '#web/session/device/device-store.ts';
import { openFolder } from '#web/session/device/kept-folder.ts';
import { createMemoryDatabase } from '#web/session/device/memory-database.fixture.ts';
import { createFakeServer, createFakeTimers, refused } from './fake-judging.fixture.ts';
import type { FlagWords } from './flag-keeper.ts';
import { JudgingSession } from './judging-session.ts';

async function startDevice() {
  const server = createFakeServer();
  const device = createMemoryDatabase();
  const time = createFakeTimers();
  let ids = 0;
  const open = async () => {
    const store = new DeviceStore(device.database, await device.database.readAll(''));
    const session = new JudgingSession({
      api: server.api,
      store: openFolder(store, 'judging/p1/'),
      alone: (run) => run(),
      timers: time.timers,
      newId: () => `c${++ids}`,
      leaseMs: 90_000,
      isVisible: true,
    });
    session.start();
    await time.advance(0);
    return session;
  };
  return { ...server, ...time, open };
}

const words: FlagWords = { kind: 'broken', note: 'Cut off.', violationType: null, quote: '', unitId: 'r1' };
const look = (session: JudgingSession) => session.snapshot.get();
function judge(session: JudgingSession) {
  for (const digit of [1, 1, 1, 1]) session.act({ kind: 'digit', digit });
  session.submit();
}

describe('a flag', () => {
  it('is sent with what was answered so far, and said to have arrived; the task stays', async () => {
    const { state, advance, open } = await startDevice();
    const session = await open();
    session.act({ kind: 'digit', digit: 2 });
    session.flag({ ...words, kind: 'illegal' });
    await advance(100);
    expect(state.flags.get('c1')).toMatchObject({
      assignmentId: 'a1',
      kind: 'illegal',
      note: 'Cut off.',
      answersSoFar: { response: { helpful: { r1: 2 } } },
    });
    await advance(2_000);
    expect(look(session)).toMatchObject({ task: { assignmentId: 'a1' }, saving: { tone: 'saved' } });
    expect(look(session).notice?.text).toContain('out of the queue');
  });

  it('raised without a network is said to wait, outlives the page, and is sent before its judgment, once', async () => {
    const { state, advance, open } = await startDevice();
    const first = await open();
    state.isCut = true;
    first.flag(words);
    await advance(1_000);
    expect(look(first).saving.text).toBe('1 waiting, offline');
    expect(look(first).notice?.text).toContain('waits on this device');
    expect(look(first).task?.assignmentId).toBe('a1');
    judge(first);
    await advance(0);
    expect(look(first)).toMatchObject({
      task: { assignmentId: 'a2' },
      saving: { text: '2 waiting, offline' },
    });
    expect(look(first).progress.doneToday).toBe(1);
    first.stop();

    const next = await open();
    expect(look(next).task?.assignmentId).toBe('a2');
    state.isCut = false;
    next.tryNow();
    await advance(60_000);
    expect(state.calls.filter((call) => /^(flag|submit) /.test(call))).toEqual(['flag a1', 'submit a1']);
    expect([...state.flags.keys()]).toEqual(['c1']);
    expect(look(next)).toMatchObject({ saving: { tone: 'saved' }, notice: null });
  });

  it('whose answer was lost is sent again under the same id', async () => {
    const { state, advance, open } = await startDevice();
    const session = await open();
    state.losesAnswers = true;
    session.flag(words);
    await advance(500);
    state.losesAnswers = false;
    await advance(60_000);
    expect(state.calls.filter((call) => call === 'flag a1').length).toBeGreaterThan(1);
    expect([...state.flags.keys()]).toEqual(['c1']);
  });

  it('that was refused stays to be read, also once its task is judged, and can be sent anew', async () => {
    const { state, advance, open } = await startDevice();
    const session = await open();
    state.refusals.set('flag', refused('not_allowed', 'You were taken off the project.'));
    session.flag(words);
    await advance(100);
    judge(session);
    await advance(100);
    expect(state.judgments).toHaveLength(1);
    expect(look(session).refused).toMatchObject([{ deed: { kind: 'flag', flag: { note: 'Cut off.' } } }]);
    state.refusals.clear();
    expect(await session.resendRefused('c1')).toBeNull();
    await advance(1_000);
    expect(look(session).refused).toEqual([]);
    expect([...state.flags.values()]).toMatchObject([{ assignmentId: 'a1', note: 'Cut off.' }]);
  });
});
