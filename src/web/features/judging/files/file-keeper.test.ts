import { expect, it } from 'vitest';
import type { MediaLink } from '#contract/media.ts';
import { DeviceStore } from '#web/session/device/device-store.ts';
import { openFolder } from '#web/session/device/kept-folder.ts';
import { createMemoryDatabase } from '#web/session/device/memory-database.fixture.ts';
import { startOfToday } from '#web/session/start-of-today.ts';
import { FileKeeper } from './file-keeper.ts';

const limits = { fileBytes: 50, totalBytes: 100 };
const idOf = (letter: string) => letter.repeat(64);
const nameOf = (projectId: string, letter: string) => `${projectId}/${idOf(letter)}`;

/** A file by one letter; the server knows its size and kind. */
type Served = Readonly<Record<string, { size: number; contentType?: string; arrives?: number }>>;

function task(number: number, letters: string) {
  const attachments = [...letters].map((letter) => ({ mediaId: idOf(letter), kind: 'image', name: letter }));
  return {
    assignmentId: `a${number}`,
    itemId: `i${number}`,
    leaseUntil: '2026-01-01T00:00:00.000Z',
    rubricVersion: 1,
    guidelineVersion: 1,
    prompt: [{ role: 'user', content: 'Look', attachments }],
    responses: [{ id: 'r1', text: 'One' }],
    draft: null,
  };
}

function startKeeper(served: Served) {
  const device = new DeviceStore(null);
  const { database, values, state } = createMemoryDatabase();
  const network = { isCut: false, fetched: [] as string[], aborted: [] as string[], hangs: false };
  const shown = new Set<string>();
  let made = 0;
  const link = async (_: string, mediaIds: readonly string[]): Promise<MediaLink[]> => {
    if (network.isCut) throw new TypeError('Failed to fetch');
    return mediaIds.flatMap((mediaId) => {
      const file = served[mediaId.slice(0, 1)];
      if (file === undefined) return [];
      const facts = { kind: 'image', width: null, height: null, durationMs: null } as const;
      const contentType = file.contentType ?? 'image/png';
      const expiresAt = '2026-01-01T00:00:00.000Z';
      return [{ mediaId, ...facts, contentType, bytes: file.size, url: mediaId.slice(0, 1), expiresAt }];
    });
  };
  const fetchFile = async ({ url, bytes }: MediaLink, signal: AbortSignal): Promise<Blob> => {
    network.fetched.push(url);
    if (network.isCut) throw new TypeError('Failed to fetch');
    if (network.hangs)
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          network.aborted.push(url);
          reject(new Error('aborted'));
        });
      });
    return new Blob(['x'.repeat(served[url]?.arrives ?? bytes)], { type: 'text/html' });
  };
  const keeper = new FileKeeper({
    device,
    database,
    link,
    fetchFile,
    alone: (run) => run(),
    limits,
    addresses: {
      createObjectURL: () => {
        made += 1;
        shown.add(`blob:${made}`);
        return `blob:${made}`;
      },
      revokeObjectURL: (url) => void shown.delete(url),
    },
  });
  /** Lays tasks in the hand of a project, each with the files it shows. */
  const lay = (projectId: string, ...tasks: string[]) => {
    const folder = openFolder(device, `judging/${projectId}/`);
    for (const name of folder.list('task/')) void folder.remove(name);
    const held = tasks.map((letters, index) => task(index, letters));
    const progress = { doneToday: 0, doneTotal: 0, medianActiveMs: null };
    const assignmentIds = held.map(({ assignmentId }) => assignmentId);
    void folder.write('hand', { assignmentIds, progress, dayStartedAt: startOfToday() });
    for (const each of held) void folder.write(`task/${each.assignmentId}`, each);
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  const listKept = () => [...keeper.state.get()].filter(([, { url }]) => url !== null).map(([name]) => name);
  return { keeper, device, values, state, network, shown, lay, settled, listKept };
}

it('fetches the files of the task on screen and of those after it, and gives them the type that the server found', async () => {
  const { keeper, values, network, lay, listKept } = startKeeper({ a: { size: 3 }, b: { size: 4 } });
  lay('p1', 'a', 'b');
  await keeper.attend('p1');
  expect(network.fetched).toEqual(['a', 'b']);
  expect(listKept()).toEqual([nameOf('p1', 'a'), nameOf('p1', 'b')]);
  const { blob } = values.get(nameOf('p1', 'a')) as { blob: Blob };
  expect([blob.type, blob.size]).toEqual(['image/png', 3]);
});

it('lets a file go with its task, on the device and in the page', async () => {
  const { keeper, values, shown, lay, settled, listKept } = startKeeper({ a: { size: 3 }, b: { size: 4 } });
  lay('p1', 'a', 'b');
  await keeper.attend('p1');
  lay('p1', 'b');
  await settled();
  expect([listKept(), [...values.keys()], shown.size]).toEqual([[nameOf('p1', 'b')], [nameOf('p1', 'b')], 1]);
});

it('keeps what another project has in hand, and fetches for the project on screen only', async () => {
  const { keeper, network, lay, settled, listKept } = startKeeper({ a: { size: 3 }, b: { size: 4 } });
  lay('p1', 'a');
  await keeper.attend('p1');
  lay('p2', 'b');
  await settled();
  expect(network.fetched).toEqual(['a']);
  await keeper.attend('p2');
  expect(listKept().sort()).toEqual([nameOf('p1', 'a'), nameOf('p2', 'b')]);
  await keeper.attend(null);
  lay('p2');
  await settled();
  expect(listKept()).toEqual([nameOf('p1', 'a')]);
});

it('notes a file that is too large without fetching it', async () => {
  const { keeper, network, lay } = startKeeper({ a: { size: 51 } });
  lay('p1', 'a');
  await keeper.attend('p1');
  expect(network.fetched).toEqual([]);
  expect(keeper.state.get().get(nameOf('p1', 'a'))).toEqual({ url: null, durationMs: null });
});

it.each([
  ['came in part', { size: 10, arrives: 9 }],
  ['is of a kind that is not taken', { size: 10, contentType: 'image/svg+xml' }],
  ['is a page', { size: 10, contentType: 'text/html' }],
  ['is of another kind than was said', { size: 10, contentType: 'application/pdf' }],
])('keeps no file that %s', async (_, file) => {
  const { keeper, values, network, lay } = startKeeper({ a: file });
  lay('p1', 'a');
  await keeper.attend('p1');
  expect([network.fetched[0], values.size]).toEqual(['a', 0]);
});

it('has its files without a network, and fetches what is missing when it is told to look again', async () => {
  const { keeper, network, lay, settled, listKept } = startKeeper({ a: { size: 3 }, b: { size: 4 } });
  lay('p1', 'a');
  await keeper.attend('p1');
  network.isCut = true;
  lay('p1', 'a', 'b');
  await settled();
  expect(listKept()).toEqual([nameOf('p1', 'a')]);
  network.isCut = false;
  await keeper.look();
  expect(listKept()).toEqual([nameOf('p1', 'a'), nameOf('p1', 'b')]);
});

it('breaks off a file that is wanted no more', async () => {
  const { keeper, network, values, lay, settled } = startKeeper({ a: { size: 3 } });
  network.hangs = true;
  lay('p1', 'a');
  const attended = keeper.attend('p1');
  await settled();
  lay('p1');
  await attended;
  expect([network.aborted, values.size]).toEqual([['a'], 0]);
});

it('shows nothing from a device that is full, nor from one that was cleared', async () => {
  const { keeper, state, shown, lay, listKept } = startKeeper({ a: { size: 3 } });
  lay('p1', 'a');
  state.refusesWith = Object.assign(new Error('No space'), { name: 'QuotaExceededError' });
  await keeper.attend('p1');
  expect(listKept()).toEqual([]);
  state.refusesWith = null;
  await keeper.look();
  expect([listKept(), shown.size]).toEqual([[nameOf('p1', 'a')], 1]);
  keeper.close();
  await keeper.look();
  expect([listKept(), shown.size]).toEqual([[], 0]);
});
