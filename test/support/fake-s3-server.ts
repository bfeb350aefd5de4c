import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Setting } from '#server/config.ts';

/** What the server may do instead of answering as it should. */
export type Misbehaviour = 'error' | 'cut' | 'cut_before_answer' | 'slow_down' | null;

export interface S3Request {
  readonly method: string;
  /** Without the bucket; empty for the bucket itself. */
  readonly key: string;
  readonly range: string | undefined;
}

export interface FakeS3Server {
  readonly setting: S3Setting;
  readonly objects: Map<string, Buffer>;
  /** What was asked, in order; refused requests too. */
  readonly requests: readonly S3Request[];
  /** Asked at every request; null lets it be answered as usual. */
  misbehave(decide: ((request: S3Request) => Misbehaviour) | null): void;
  stop(): Promise<void>;
}

const bucket = 'media';
const accessKeyId = 'test-key';
const pageSize = 2;

/** As much of S3 as the product uses, in memory: signed requests only, ranges, pages of a list, errors as XML. */
export async function startFakeS3Server(): Promise<FakeS3Server> {
  const objects = new Map<string, Buffer>();
  const requests: S3Request[] = [];
  let decide: ((request: S3Request) => Misbehaviour) | null = null;
  const server = createServer((request, response) => {
    const asked = readRequest(request);
    requests.push(asked);
    const wrong = decide?.(asked) ?? null;
    if (wrong === 'cut_before_answer') return void request.socket.destroy();
    if (wrong === 'error') return sendError(response, 500, 'InternalError');
    if (wrong === 'slow_down') return sendError(response, 503, 'SlowDown');
    if (!isSigned(request)) return sendError(response, 403, 'AccessDenied');
    answer({ request, response, asked, objects, isCut: wrong === 'cut' }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    setting: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-test-1',
      bucket,
      prefix: 'plumbline/',
      accessKeyId,
      secretAccessKey: 'test-secret',
    },
    objects,
    requests,
    misbehave(next) {
      decide = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readRequest(request: IncomingMessage): S3Request {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://s3').pathname);
  const key = path.replace(`/${bucket}`, '').replace(/^\//, '');
  return { method: request.method ?? '', key, range: request.headers.range };
}

/** Signature version 4 over host, time and the hash of the body, in the name of the known key. */
function isSigned(request: IncomingMessage): boolean {
  const { authorization = '' } = request.headers;
  const wanted = `^AWS4-HMAC-SHA256 Credential=${accessKeyId}/\\d{8}/eu-test-1/s3/aws4_request, SignedHeaders=(\\S+), Signature=[0-9a-f]{64}$`;
  const signed = new RegExp(wanted).exec(authorization)?.[1]?.split(';') ?? [];
  return ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name));
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly asked: S3Request;
  readonly objects: Map<string, Buffer>;
  readonly isCut: boolean;
}

async function answer(call: Call): Promise<void> {
  const { request, response, asked, objects } = call;
  if (asked.method === 'PUT') return take(call);
  if (asked.method === 'DELETE') {
    objects.delete(asked.key);
    response.writeHead(204).end();
    return;
  }
  if (asked.key === '') return sendList(call, new URL(request.url ?? '/', 'http://s3').searchParams);
  const object = objects.get(asked.key);
  if (object === undefined) return sendError(response, 404, 'NoSuchKey');
  sendObject(call, object);
}

async function take({ request, response, asked, objects, isCut }: Call): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    if (isCut) return void request.socket.destroy();
  }
  const body = Buffer.concat(chunks);
  const hash = createHash('sha256').update(body).digest('hex');
  if (request.headers['x-amz-content-sha256'] !== hash)
    return sendError(response, 400, 'XAmzContentSHA256Mismatch');
  objects.set(asked.key, body);
  response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end();
}

function sendObject({ request, response, asked, isCut }: Call, object: Buffer): void {
  const match = /^bytes=(\d+)-(\d+)$/.exec(asked.range ?? '');
  const start = Number(match?.[1] ?? 0);
  const end = Math.min(Number(match?.[2] ?? object.length - 1), object.length - 1);
  if (start >= object.length) {
    sendError(response, 416, 'InvalidRange');
    return;
  }
  const body = object.subarray(start, end + 1);
  response.writeHead(match ? 206 : 200, {
    'content-length': body.length,
    'content-type': 'application/octet-stream',
    etag: '"test"',
    ...(match && { 'content-range': `bytes ${start}-${end}/${object.length}` }),
  });
  if (request.method === 'HEAD') response.end();
  else if (isCut) response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
  else response.end(body);
}

function sendList({ response, objects }: Call, query: URLSearchParams): void {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const names = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = names.slice(0, pageSize);
  const isMore = names.length > page.length;
  const contents = page.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`).join('');
  const next = isMore ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isMore}</IsTruncated>${contents}${next}</ListBucketResult>`,
    );
}

function sendError(response: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>secret-host refused ${accessKeyId}</Message></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
}
