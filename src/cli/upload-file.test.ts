import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Client } from '#client/call.ts';
import { UnreachableError } from '#client/call-errors.ts';
import type { Terminal } from './terminal.ts';
import { uploadFile } from './upload-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-upload-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const terminal: Terminal = {
  say: () => {},
  note: () => {},
  draw: () => {},
  isInteractive: false,
  columns: 80,
  ask: async () => '',
  askSecretly: async () => '',
  readInput: async () => new Uint8Array(),
  onInterrupt: () => () => {},
  environment: {},
};

/** A server that keeps `keptOfCut` bytes of each piece that it cuts. */
function cuttingServer(cuts: number, keptOfCut: number) {
  const received: Buffer[] = [];
  const receivedBytes = () => received.reduce((sum, piece) => sum + piece.length, 0);
  const offsets: number[] = [];
  let left = cuts;
  const client = {
    call: async () => ({ id: 'u', receivedBytes: receivedBytes() }),
    sendBytes: async (_route: unknown, input: { query: { offset: number }; bytes: Uint8Array }) => {
      offsets.push(input.query.offset);
      left -= 1;
      received.push(Buffer.from(left >= 0 ? input.bytes.subarray(0, keptOfCut) : input.bytes));
      if (left >= 0) throw new UnreachableError();
      return { receivedBytes: receivedBytes() };
    },
  } as unknown as Client;
  return { client, offsets, content: () => Buffer.concat(received) };
}

async function upload(client: Client, bytes: Buffer) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return uploadFile({ terminal, client, projectId: 'p', path });
}

it('goes on after a cut from where the bytes arrived', async () => {
  const bytes = Buffer.from('0123456789');
  const server = cuttingServer(2, 3);
  await upload(server.client, bytes);
  expect(server.offsets).toEqual([0, 3, 6]);
  expect(server.content().equals(bytes)).toBe(true);
});

it('sends a large file in pieces of four megabytes', async () => {
  const bytes = Buffer.alloc(9_000_000, 'abc');
  const server = cuttingServer(0, 0);
  await upload(server.client, bytes);
  expect(server.offsets).toEqual([0, 4_000_000, 8_000_000]);
  expect(server.content().equals(bytes)).toBe(true);
});
