import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '#client/call.ts';
import { isRefused, UnreachableError } from '#client/call-errors.ts';
import { readUpload, sendUploadBytes, startUpload } from '#contract/imports.ts';
import { UsageError } from './command-errors.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { bytes } from './words.ts';

const chunkBytes = 4_000_000;
const mostTries = 8;

interface Upload {
  readonly terminal: Terminal;
  readonly client: Client;
  readonly projectId: string;
  readonly path: string;
}

/** Sends a file in pieces and returns the upload's id. After a cut it asks how much arrived and goes on from there. */
export async function uploadFile(upload: Upload): Promise<string> {
  const file = await open(upload.path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'ENOENT'
        ? `There is no file ${upload.path}.`
        : `${upload.path} cannot be read: ${error.message}.`,
    );
  });
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new UsageError(`${upload.path} is not a file.`);
    if (facts.size === 0) throw new UsageError(`${upload.path} is empty: there is nothing to import.`);
    const { id } = await upload.client.call(startUpload, {
      params: { projectId: upload.projectId },
      body: { fileName: basename(upload.path), sizeBytes: facts.size },
    });
    const read = async (offset: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, offset);
      return new Uint8Array(buffer.subarray(0, bytesRead));
    };
    await sendAll(upload, { uploadId: id, size: facts.size, read });
    return id;
  } finally {
    await file.close();
  }
}

interface Source {
  readonly uploadId: string;
  readonly size: number;
  readonly read: (offset: number) => Promise<Uint8Array<ArrayBuffer>>;
}

async function sendAll(upload: Upload, source: Source): Promise<void> {
  const progress = createProgress(upload.terminal);
  const began = Date.now();
  let offset = 0;
  let stalls = 0;
  while (offset < source.size) {
    const piece = await source.read(offset);
    if (piece.length === 0)
      throw new UsageError(`${upload.path} became shorter while it was being sent: start again.`);
    const next = await sendPiece(upload, source, { offset, piece });
    stalls = next > offset ? 0 : stalls + 1;
    if (stalls === mostTries) throw new UnreachableError();
    offset = next;
    const rate = (offset * 1000) / Math.max(1, Date.now() - began);
    const facts = `${bytes(offset)} of ${bytes(source.size)}, ${bytes(rate)}/s`;
    progress.show({ label: 'Sending', share: offset / source.size, facts });
  }
  progress.end();
}

/** Where to go on: behind the piece, or wherever the server says after a cut. */
async function sendPiece(
  { client, projectId, terminal }: Upload,
  { uploadId }: Source,
  { offset, piece }: { offset: number; piece: Uint8Array<ArrayBuffer> },
): Promise<number> {
  const params = { projectId, uploadId };
  for (let tries = 1; ; tries += 1) {
    try {
      const answer =
        tries === 1
          ? await client.sendBytes(sendUploadBytes, { params, query: { offset }, bytes: piece })
          : await client.call(readUpload, { params });
      return answer.receivedBytes;
    } catch (error) {
      const mayPass = error instanceof UnreachableError || isRefused(error, 'upload_offset_wrong');
      if (!mayPass || tries === mostTries) throw error;
      if (error instanceof UnreachableError && tries === 1)
        terminal.note('The connection was cut: trying again.');
      await sleep(error instanceof UnreachableError ? Math.min(10_000, 250 * 2 ** tries) : 0);
    }
  }
}
