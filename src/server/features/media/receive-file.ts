import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { HttpRefusal } from '#contract/refusals.ts';
import { maxFileBytes } from '#domain/media/media-type.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { arrivingFolder } from '#server/services/data-folder.ts';
import type { FinishedFile } from '#server/services/file-store.ts';
import type { Services } from '#server/services/services.ts';

/** Room that the database and the logs need beside a file. */
const reserveBytes = 200_000_000;

export interface IncomingFile {
  readonly stream: Readable;
  /** What the request says it carries; undefined where it does not say. */
  readonly announcedBytes: number | undefined;
}

/**
 * Writes what comes to a file of ours that nobody else knows, hands it to `use` when it is whole, and removes what is
 * left of it afterwards.
 */
export async function receiveFile<Outcome>(
  services: Services,
  incoming: IncomingFile,
  use: (file: FinishedFile) => Promise<Outcome>,
): Promise<Outcome | HttpRefusal> {
  const folder = arrivingFolder(services.config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const problem = await findObstacle(folder, incoming.announcedBytes ?? 0);
  if (problem) return problem;
  const path = join(folder, services.newId());
  const handle = await open(path, 'wx', 0o600);
  try {
    const written = await writeAll(handle, incoming.stream).finally(() => handle.close());
    return 'refused' in written ? written : await use({ path, ...written });
  } finally {
    await rm(path, { force: true });
  }
}

async function findObstacle(folder: string, bytes: number): Promise<HttpRefusal | null> {
  if (bytes > maxFileBytes) return tooLarge();
  const disk = await statfs(folder);
  return disk.bavail * disk.bsize - reserveBytes < bytes ? diskFull() : null;
}

function tooLarge(): HttpRefusal {
  return refuse(
    'body_too_large',
    `This file is larger than the ${maxFileBytes / 1e6} MB that are taken at most: make it smaller.`,
  );
}

function diskFull(): HttpRefusal {
  return refuse(
    'disk_full',
    "The server's disk has no room for this file: free some space and send it again.",
  );
}

async function writeAll(
  handle: FileHandle,
  stream: Readable,
): Promise<{ sha256: string; bytes: number } | HttpRefusal> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += (chunk as Buffer).length;
      if (bytes > maxFileBytes) return tooLarge();
      hash.update(chunk as Buffer);
      await handle.writeFile(chunk as Buffer);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | null)?.code;
    if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull();
    if (!stream.destroyed && !stream.errored) throw error;
    return refuse(
      'upload_incomplete',
      'The connection was cut before the whole file had come: send it again.',
    );
  }
  if (bytes === 0) return refuse('media_broken', 'This file is empty. Choose another one.');
  return { sha256: hash.digest('hex'), bytes };
}
