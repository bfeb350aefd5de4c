import { createGunzip, type Gunzip } from 'node:zlib';
import type { ReadingLimits } from './reading-limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

function explain(error: Error): Error {
  if (error instanceof UnreadableFile) return error;
  if ('code' in error && error.code === 'Z_BUF_ERROR') {
    return new UnreadableFile(
      'truncated_gzip',
      'The compressed file ends too early. Download or upload it again.',
    );
  }
  return new UnreadableFile(
    'corrupt_gzip',
    `The compressed file is damaged from here on (${error.message}). Download or upload it again.`,
  );
}

interface Inflater {
  readonly gunzip: Gunzip;
  readonly take: () => Buffer[];
  readonly failure: () => Error | null;
  readonly count: (compressedBytes: number) => void;
}

/**
 * Lets the data flow and gates the input instead: a paused zlib stream throws away what it has decoded when it
 * meets an error, and the good rows before a cut are wanted.
 */
function createInflater(limits: ReadingLimits): Inflater {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  let decoded = 0;
  let compressed = 0;
  let failure: Error | null = null;
  let ready: Buffer[] = [];
  gunzip.on('error', (error) => {
    failure ??= explain(error);
  });
  gunzip.on('data', (chunk: Buffer) => {
    decoded += chunk.length;
    const isBomb = decoded > limits.ratioFromBytes && decoded / compressed > limits.compressionRatio;
    if (isBomb) {
      const message = `The file unpacks to more than ${limits.compressionRatio} times its size, which no text does. Unpack it first if it is real.`;
      gunzip.destroy(new UnreadableFile('compression_bomb', message));
    } else if (decoded > limits.decodedBytes) {
      const cap = Math.round(limits.decodedBytes / 1024 ** 2).toLocaleString('en');
      gunzip.destroy(
        new UnreadableFile('too_large', `The file unpacks to more than ${cap} MB. Split it into parts.`),
      );
    } else {
      ready.push(chunk);
    }
  });
  return {
    gunzip,
    failure: () => failure,
    count: (bytes) => {
      compressed += bytes;
    },
    take: () => {
      const taken = ready;
      ready = [];
      return taken;
    },
  };
}

/** Unpacks gzip, also of several members. Yields everything that can be unpacked before it throws. */
export async function* gunzipChunks(
  input: AsyncIterable<Buffer>,
  limits: ReadingLimits,
): AsyncGenerator<Buffer> {
  const { gunzip, take, failure, count } = createInflater(limits);
  const closed = new Promise<void>((resolve) => gunzip.once('close', resolve));
  try {
    for await (const chunk of input) {
      count(chunk.length);
      const written = new Promise<void>((resolve) => gunzip.write(chunk, () => resolve()));
      await Promise.race([written, closed]);
      yield* take();
      const error = failure();
      if (error) throw error;
    }
    gunzip.end();
    await closed;
    yield* take();
    const error = failure();
    if (error) throw error;
  } finally {
    gunzip.destroy();
  }
}
