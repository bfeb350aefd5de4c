import { describe, expect, it } from 'vitest';
import { RefusedError, UnreachableError } from '#client/call-errors.ts';
import type { RefusalCode } from '#contract/refusals.ts';
import { sendFile, type UploadPort } from './send-file.ts';

const size = 10_000_000;
const file = new Blob([new Uint8Array(size)]);

function refused(code: RefusalCode): RefusedError {
  return new RefusedError({ code, status: 409, detail: code, places: [], details: {}, requestId: 'r' });
}

/** A server that keeps bytes and fails as told: one entry a call of `send` or `read`. */
class FakeServer implements UploadPort {
  received = 0;
  readonly asked: string[] = [];
  readonly sendFaults: (Error | undefined)[];
  readonly readFaults: (Error | undefined)[];
  /** How many bytes of a failing piece arrive all the same. */
  keeps = 0;

  constructor(sendFaults: (Error | undefined)[] = [], readFaults: (Error | undefined)[] = []) {
    this.sendFaults = sendFaults;
    this.readFaults = readFaults;
  }
  #state() {
    return { id: 'u1', receivedBytes: this.received, complete: this.received === size };
  }
  async start() {
    this.asked.push('start');
    return this.#state();
  }
  async send(_id: string, offset: number, bytes: Blob) {
    this.asked.push(`send ${offset}+${bytes.size}`);
    const fault = this.sendFaults.shift();
    if (fault) {
      this.received += this.keeps;
      throw fault;
    }
    expect(offset).toBe(this.received);
    this.received += bytes.size;
    return this.#state();
  }
  async read() {
    this.asked.push('read');
    const fault = this.readFaults.shift();
    if (fault) throw fault;
    return this.#state();
  }
  async wait(ms: number) {
    this.asked.push(`wait ${ms}`);
  }
  nowMs() {
    return 0;
  }
}

async function sendTo(server: FakeServer, begun?: string) {
  const progress: [number, boolean][] = [];
  const { signal } = new AbortController();
  await sendFile({ file, port: server, signal, begun, onProgress: (...at) => progress.push(at) });
  return { asked: server.asked, progress };
}

describe('a file', () => {
  it('is sent in pieces that grow', async () => {
    const { asked, progress } = await sendTo(new FakeServer());
    expect(asked).toEqual(['start', 'send 0+4000000', 'send 4000000+6000000']);
    expect(progress.at(-1)).toEqual([size, false]);
  });

  it('goes on after a cut from what the server has', async () => {
    const server = new FakeServer([undefined, new UnreachableError()]);
    server.keeps = 1_000_000;
    const { asked, progress } = await sendTo(server);
    expect(asked).toEqual([
      'start',
      'send 0+4000000',
      'send 4000000+6000000',
      'wait 1000',
      'read',
      'send 5000000+4000000',
      'send 9000000+1000000',
    ]);
    expect(progress).toContainEqual([4_000_000, true]);
  });

  it('keeps asking, ever less often, while the server is away', async () => {
    const away = () => new UnreachableError();
    const { asked } = await sendTo(new FakeServer([away()], [away(), away()]));
    expect(asked.slice(2, 8)).toEqual(['wait 1000', 'read', 'wait 2000', 'read', 'wait 4000', 'read']);
  });

  it('asks at once when the server is at another place', async () => {
    const { asked } = await sendTo(new FakeServer([refused('upload_offset_wrong')]));
    expect(asked.slice(0, 3)).toEqual(['start', 'send 0+4000000', 'read']);
  });

  it('goes on with an upload that was begun before', async () => {
    const server = new FakeServer();
    server.received = 9_000_000;
    const { asked } = await sendTo(server, 'u1');
    expect(asked).toEqual(['read', 'send 9000000+1000000']);
  });

  it('is sent anew when what was begun is gone', async () => {
    const { asked } = await sendTo(new FakeServer([], [refused('upload_gone')]), 'u1');
    expect(asked.slice(0, 2)).toEqual(['read', 'start']);
  });

  it('is given up when it cannot be read any more', async () => {
    const server = new FakeServer([new UnreachableError()]);
    const gone = new Blob(['x']);
    gone.slice = () => gone;
    gone.arrayBuffer = () => Promise.reject(new Error('NotReadableError'));
    const { signal } = new AbortController();
    const sending = sendFile({ file: gone, port: server, signal, onProgress: () => {} });
    await expect(sending).rejects.toThrow('changed or is gone');
  });

  it('is given up when the server says no', async () => {
    await expect(sendTo(new FakeServer([refused('disk_full')]))).rejects.toMatchObject({ code: 'disk_full' });
  });
});
