import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from './file-store.ts';

const hashForm = /^[0-9a-f]{64}$/;

/** Files in a folder, below the first two digits of their hash. The folder must be on the disk that files come from. */
export function createLocalFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!hashForm.test(sha256)) throw new Error(`"${sha256}" is no sha256 in hex`);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async keep({ path, sha256 }) {
      const place = pathOf(sha256);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await sync(path);
      // Whole or not there: whoever reads meanwhile sees the old file or the new one, which are the same bytes.
      await rename(path, place);
      await sync(dirname(place));
    },
    async measure(sha256) {
      return (await orNull(stat(pathOf(sha256))))?.size ?? null;
    },
    async open(sha256, range) {
      const handle = await orNull(open(pathOf(sha256), 'r'));
      // The open file stays readable even if it is removed before the last byte is sent.
      return handle && createReadStream('', { fd: handle, ...range });
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
    },
    async *list() {
      for (const part of (await orNull(readdir(folder))) ?? []) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue;
        for (const name of await readdir(join(folder, part))) if (hashForm.test(name)) yield name;
      }
    },
  };
}

/** Waits until the disk has it: a file must not be named in the database before a power cut could lose it. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orNull<Found>(search: Promise<Found>): Promise<Found | null> {
  try {
    return await search;
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') return null;
    throw error;
  }
}
