import { isRefused, UnreachableError } from '#client/call-errors.ts';
import { nextChunkSize } from './chunk-size.ts';

export interface UploadState {
  readonly id: string;
  readonly receivedBytes: number;
  readonly complete: boolean;
}

/** What sending needs of the outside world. */
export interface UploadPort {
  start(): Promise<UploadState>;
  send(uploadId: string, offset: number, bytes: Blob, signal: AbortSignal): Promise<UploadState>;
  read(uploadId: string, signal: AbortSignal): Promise<UploadState>;
  /** Waits, and rejects when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  nowMs(): number;
}

export interface SendFileInput {
  readonly file: Blob;
  readonly port: UploadPort;
  readonly signal: AbortSignal;
  /** An upload of the same file that was begun before. */
  readonly begun?: string | undefined;
  readonly onBegin?: (uploadId: string) => void;
  /** How much has arrived, and whether the connection is cut just now. */
  readonly onProgress: (receivedBytes: number, isCut: boolean) => void;
}

const longestWaitMs = 30_000;

async function findBegun({ begun, port, signal }: SendFileInput): Promise<UploadState | undefined> {
  if (begun === undefined) return undefined;
  try {
    return await port.read(begun, signal);
  } catch (error) {
    // Whatever is gone by now is sent anew.
    if (isRefused(error, 'not_found', 'upload_gone')) return undefined;
    throw error;
  }
}

/** Asks the server how much arrived until it answers, ever less often. */
async function askUntilAnswered(input: SendFileInput, at: UploadState): Promise<UploadState> {
  const { port, signal, onProgress } = input;
  for (let waitMs = 1_000; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    onProgress(at.receivedBytes, true);
    await port.wait(waitMs, signal);
    try {
      return await port.read(at.id, signal);
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
    }
  }
}

/** A file that was changed or removed fails like a cut network, but would do so for ever. */
async function ensureReadable(bytes: Blob): Promise<void> {
  try {
    await bytes.slice(0, 1).arrayBuffer();
  } catch {
    throw new Error('The file changed or is gone while it was being sent. Choose it again.');
  }
}

/**
 * Sends a file piece by piece and goes on after a cut network from where the server says that it is.
 * @throws RefusedError where the server says no, and whatever the signal was aborted with.
 */
export async function sendFile(input: SendFileInput): Promise<UploadState> {
  const { file, port, signal, onBegin, onProgress } = input;
  let at = (await findBegun(input)) ?? (await port.start());
  onBegin?.(at.id);
  let last: { bytes: number; tookMs: number } | undefined;
  while (!at.complete) {
    onProgress(at.receivedBytes, false);
    const offset = at.receivedBytes;
    const bytes = file.slice(offset, offset + nextChunkSize(last));
    const startedMs = port.nowMs();
    try {
      at = await port.send(at.id, offset, bytes, signal);
      last = { bytes: bytes.size, tookMs: port.nowMs() - startedMs };
    } catch (error) {
      last = undefined;
      if (isRefused(error, 'upload_offset_wrong')) at = await port.read(at.id, signal);
      else if (!(error instanceof UnreachableError)) throw error;
      else {
        await ensureReadable(bytes);
        at = await askUntilAnswered(input, at);
      }
    }
  }
  onProgress(at.receivedBytes, false);
  return at;
}
