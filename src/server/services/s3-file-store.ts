import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { S3Setting } from '#server/config.ts';
import { type ByteRange, type FileStore, FileStoreAwayError, type FinishedFile } from './file-store.ts';
import { readOn } from './read-on.ts';

const tries = 3;

/** Files in a bucket of S3 or something that speaks like it, named by their hash below the setting's prefix. */
export function createS3FileStore(setting: S3Setting): FileStore {
  const client = connect(setting);
  const placeOf = (sha256: string) => ({ Bucket: setting.bucket, Key: `${setting.prefix}${sha256}` });
  const openRange = async (sha256: string, { start, end }: ByteRange) => {
    const input = { ...placeOf(sha256), Range: `bytes=${start}-${end}` };
    const found = await orNull(() => client.send(new GetObjectCommand(input)));
    return found === null ? null : (found.Body as Readable);
  };
  const measure = async (sha256: string) => {
    const found = await orNull(() => client.send(new HeadObjectCommand(placeOf(sha256))));
    return found?.ContentLength ?? null;
  };
  return {
    measure,
    async keep(file) {
      if ((await measure(file.sha256)) === file.bytes) return;
      await put(client, placeOf(file.sha256), file);
    },
    async open(sha256, range) {
      const bytes = range ? null : await measure(sha256);
      if (bytes === 0) return Readable.from([]);
      const wanted = range ?? (bytes === null ? null : { start: 0, end: bytes - 1 });
      const first = wanted && (await openRange(sha256, wanted));
      return wanted && first && readOn({ first, range: wanted, reopen: (rest) => openRange(sha256, rest) });
    },
    async remove(sha256) {
      await orNull(() => client.send(new DeleteObjectCommand(placeOf(sha256))));
    },
    async *list() {
      let ContinuationToken: string | undefined;
      do {
        const input = { Bucket: setting.bucket, Prefix: setting.prefix, ContinuationToken };
        const page = await orNull(() => client.send(new ListObjectsV2Command(input)));
        for (const { Key = '' } of page?.Contents ?? []) {
          const name = Key.slice(setting.prefix.length);
          if (/^[0-9a-f]{64}$/.test(name)) yield name;
        }
        ContinuationToken = page?.NextContinuationToken;
      } while (ContinuationToken !== undefined);
    },
  };
}

function connect(setting: S3Setting): S3Client {
  return new S3Client({
    endpoint: setting.endpoint,
    region: setting.region,
    credentials: { accessKeyId: setting.accessKeyId, secretAccessKey: setting.secretAccessKey },
    forcePathStyle: true,
    maxAttempts: tries,
    // Many servers that speak S3 do not know the checksums that Amazon's client adds by default.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
    // It would speak on our standard error; what fails is thrown and logged by us.
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
}

/** The server is told the hash of the body, so that bytes which change on the way are refused there. */
async function put(
  client: S3Client,
  place: { Bucket: string; Key: string },
  { path, sha256, bytes }: FinishedFile,
): Promise<void> {
  // The client does not repeat a stream that was read half; a new one of the same file is as good.
  for (let attempt = 1; ; attempt += 1) {
    const command = new PutObjectCommand({ ...place, ContentLength: bytes, Body: createReadStream(path) });
    command.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { headers: Record<string, string> };
        request.headers['x-amz-content-sha256'] = sha256;
        return next(args);
      },
      { step: 'build', name: 'nameContentHash' },
    );
    try {
      await client.send(command);
      return;
    } catch (error) {
      if (attempt === tries || isRefusedForGood(error)) throw away(error);
    }
  }
}

function isRefusedForGood(error: unknown): boolean {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  return status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** What the store answers; null where it says that there is nothing of that name. */
async function orNull<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof S3ServiceException && ['NotFound', 'NoSuchKey'].includes(error.name)) return null;
    throw away(error);
  }
}

/** The message of a store may name keys and hosts: it goes to the log as the cause, never to people. */
function away(cause: unknown): FileStoreAwayError {
  return new FileStoreAwayError('The file store could not be used', { cause });
}
