// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceMessage } from './device-channel.ts';
import { openDeviceDatabase } from './device-database.ts';
import { DeviceStore } from './device-store.ts';
import { openFolder } from './kept-folder.ts';
import { createMemoryDatabase } from './memory-database.fixture.ts';
import { clearDevice, openDevice } from './open-device.ts';

let number = 0;
/** A database name that no other test uses. */
function freshPerson(): string {
  number += 1;
  return `person-${number}`;
}

async function openStore(name: string): Promise<DeviceStore> {
  const database = await openDeviceDatabase(name, () => {});
  return new DeviceStore(database, await database.readAll(''));
}

const full = Object.assign(new Error('No space'), { name: 'QuotaExceededError' });

describe('a value', () => {
  it('is there at once, and after a reload', async () => {
    const name = freshPerson();
    const store = await openStore(name);
    const kept = store.write('draft/a1', { answers: 1 });
    expect(store.read('draft/a1')).toEqual({ answers: 1 });
    expect(await kept).toBe(true);
    const again = await openStore(name);
    expect(again.list('draft/')).toEqual(['draft/a1']);
    await again.remove('draft/a1');
    expect((await openStore(name)).list('')).toEqual([]);
  });

  it('is committed together with what changed in the same turn, on the disk where one of them asks so', async () => {
    const { database } = createMemoryDatabase();
    const commit = vi.spyOn(database, 'commit');
    const store = new DeviceStore(database, new Map([['draft/a1', 1]]));
    const kept = store.write('outbox/1', 'judgment', 'strict');
    void store.remove('draft/a1');
    expect(await kept).toBe(true);
    expect(commit.mock.calls).toEqual([
      [
        [
          ['outbox/1', 'judgment'],
          ['draft/a1', undefined],
        ],
        'strict',
      ],
    ]);
  });

  it('lives on in the page where the device is full, says so, and is kept with the next change', async () => {
    const { database, values, state } = createMemoryDatabase();
    const store = new DeviceStore(database);
    state.refusesWith = full;
    expect(await store.write('outbox/1', 'judgment', 'strict')).toBe(false);
    expect([store.read('outbox/1'), store.state.get()]).toEqual(['judgment', 'full']);
    state.refusesWith = null;
    expect(await store.write('draft/a2', 'draft')).toBe(true);
    expect([values.get('outbox/1'), store.state.get()]).toEqual(['judgment', 'kept']);
  });

  it('lives in the page alone where the browser keeps nothing', async () => {
    const store = new DeviceStore(null);
    expect(await store.write('outbox/1', 'judgment')).toBe(false);
    expect([store.read('outbox/1'), store.state.get()]).toEqual(['judgment', 'memory']);
  });
});

describe('two windows', () => {
  /** Two stores on one database whose messages are handed over by hand. */
  function openTwo() {
    const { database } = createMemoryDatabase();
    const receivers: ((message: DeviceMessage) => void)[] = [];
    const open = () => {
      const store = new DeviceStore(database);
      const own = receivers.length;
      store.connect((onMessage) => {
        receivers.push(onMessage);
        const tell = (message: DeviceMessage) => {
          for (const receive of receivers.filter((_, index) => index !== own)) receive(message);
        };
        return { tell, close: () => {} };
      });
      return store;
    };
    return [open(), open()] as const;
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('see what the other one changed', async () => {
    const [one, other] = openTwo();
    const seen: (readonly string[])[] = [];
    other.subscribe((names) => seen.push(names));
    await one.write('outbox/1', 'judgment');
    await settled();
    expect(other.read('outbox/1')).toBe('judgment');
    await one.remove('outbox/1');
    await settled();
    expect([other.read('outbox/1'), seen]).toEqual([undefined, [['outbox/1'], ['outbox/1']]]);
  });

  it('never lose a change of their own to an older one of the other', async () => {
    const [one, other] = openTwo();
    const theirs = one.write('draft/a1', 'theirs');
    const mine = other.write('draft/a1', 'mine');
    void other.refresh('draft/');
    await Promise.all([theirs, mine]);
    await settled();
    expect([one.read('draft/a1'), other.read('draft/a1')]).toEqual(['mine', 'mine']);
  });

  it('hear what is said on a topic of their folder', () => {
    const [one, other] = openTwo();
    const heard: unknown[] = [];
    openFolder(other, 'judging/p1/').hear('sent', (data) => heard.push(data));
    openFolder(one, 'judging/p2/').tell('sent', 'of another project');
    openFolder(one, 'judging/p1/').tell('sent', 'c1');
    expect(heard).toEqual(['c1']);
  });
});

describe('the device of a person', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('takes over what an earlier version kept, and removes it there', async () => {
    const person = freshPerson();
    localStorage.setItem(`plumbline/judging/${person}/p1/outbox/000000001-c1`, '{"clientId":"c1"}');
    localStorage.setItem('plumbline/judging/somebody-else/p1/draft/a1', '{}');
    const device = await openDevice(person);
    expect(device.read('judging/p1/outbox/000000001-c1')).toEqual({ clientId: 'c1' });
    expect(localStorage.length).toBe(1);
    expect((await openStore(`plumbline-${person}`)).list('')).toEqual(['judging/p1/outbox/000000001-c1']);
  });

  it('is empty once it was cleared', async () => {
    const person = freshPerson();
    const device = await openDevice(person);
    await device.write('outbox/1', 'judgment');
    await clearDevice(person);
    expect((await openDevice(person)).list('')).toEqual([]);
  });

  it('keeps nothing, and leaves what was there, where the browser has no database', async () => {
    const person = freshPerson();
    localStorage.setItem(`plumbline/judging/${person}/p1/draft/a1`, '{"answers":{}}');
    vi.stubGlobal('indexedDB', undefined);
    const device = await openDevice(person);
    expect([device.state.get(), device.read('judging/p1/draft/a1')]).toEqual(['memory', { answers: {} }]);
    expect(localStorage.length).toBe(1);
  });
});
