import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Services } from '#server/services/services.ts';
import { recordReceivedBytes } from '#server/store/upload-store.ts';
import { readUpload, type UploadOnDisk } from './start-upload.ts';
import { isDiskFull, uploadPath } from './upload-files.ts';
import type { UploadTurns } from './upload-turns.ts';

export interface IncomingBytes {
  readonly projectId: string;
  readonly uploadId: string;
  readonly offset: number;
  /** What the request says it carries; undefined where it does not say. */
  readonly announcedBytes: number | undefined;
  readonly stream: Readable;
}

/** Appends bytes to an upload. Whatever arrived stays, also when the connection is cut in the middle. */
export async function receiveBytes(
  services: Services,
  turns: UploadTurns,
  incoming: IncomingBytes,
): Promise<UploadOnDisk | HttpRefusal> {
  return turns.take(
    incoming.uploadId,
    () => incoming.stream.destroy(),
    async () => {
      const found = await readUpload(services, incoming);
      if (isRefusal(found)) return found;
      const problem = explainMisfit(incoming, found);
      if (problem) return problem;
      return append(services, incoming, found);
    },
  );
}

function explainMisfit(
  { offset, announcedBytes = 0 }: IncomingBytes,
  { upload, receivedBytes }: UploadOnDisk,
): HttpRefusal | null {
  if (offset !== receivedBytes) {
    return refuse(
      'upload_offset_wrong',
      `${receivedBytes.toLocaleString('en')} bytes have arrived: send on from there.`,
      { details: { receivedBytes } },
    );
  }
  return offset + announcedBytes > upload.sizeBytes ? tooMuch(upload.sizeBytes) : null;
}

function tooMuch(sizeBytes: number): HttpRefusal {
  return refuse(
    'body_too_large',
    `More bytes came than the ${sizeBytes.toLocaleString('en')} that the upload began with: the file may have changed. Start a new upload.`,
  );
}

async function append(
  services: Services,
  incoming: IncomingBytes,
  { upload }: UploadOnDisk,
): Promise<UploadOnDisk | HttpRefusal> {
  const { offset, stream } = incoming;
  const handle = await open(uploadPath(services, upload.id), 'r+');
  try {
    const problem = await writeStream(handle, { stream, offset, limit: upload.sizeBytes });
    if (problem?.refused === 'body_too_large') await handle.truncate(offset);
    await handle.sync();
    const { size } = await handle.stat();
    await recordReceivedBytes(services.database.kysely, { uploadId: upload.id, receivedBytes: size });
    return problem ?? { upload, receivedBytes: size };
  } finally {
    await handle.close();
  }
}

/** Writes what comes until it ends; a cut connection is an end like any other. Says why not all of it was kept. */
async function writeStream(
  handle: FileHandle,
  input: { stream: Readable; offset: number; limit: number },
): Promise<HttpRefusal | null> {
  let position = input.offset;
  let problem: HttpRefusal | null = null;
  const chunks: AsyncIterator<Buffer> = input.stream[Symbol.asyncIterator]();
  for (;;) {
    const chunk = await nextChunk(chunks);
    if (chunk === null) return problem;
    // The rest is still read: most clients look at the answer only when they have sent everything.
    if (problem) continue;
    if (position + chunk.length > input.limit) problem = tooMuch(input.limit);
    else problem = await writeChunk(handle, chunk, position);
    position += chunk.length;
  }
}

/** The next piece, or null at the end; a stream that breaks has ended too. */
async function nextChunk(chunks: AsyncIterator<Buffer>): Promise<Buffer | null> {
  try {
    const next = await chunks.next();
    return next.done ? null : next.value;
  } catch {
    return null;
  }
}

async function writeChunk(handle: FileHandle, chunk: Buffer, position: number): Promise<HttpRefusal | null> {
  let done = 0;
  try {
    while (done < chunk.length) {
      const { bytesWritten } = await handle.write(chunk, done, chunk.length - done, position + done);
      done += bytesWritten;
    }
    return null;
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return refuse(
      'disk_full',
      "The server's disk is full: free some space, then go on with the upload. What arrived is kept.",
    );
  }
}
