import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BlockedAddressError, openOutbound } from './open-outbound.ts';

let heard = 0;
const server = createServer((_request, response) => {
  heard += 1;
  response.end('hello');
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

const open = (host: string, mayBePrivate: boolean) => {
  const { port } = server.address() as AddressInfo;
  const target = { url: new URL(`http://${host}:${port}/`), mayBePrivate };
  return openOutbound({ target, method: 'GET', headers: {}, signal: AbortSignal.timeout(5_000) });
};

describe('a connection to a private address', () => {
  test.each([
    ['a name that leads there', 'localhost'],
    ['an address that slipped through the judgment of what was written', '127.0.0.1'],
  ])('is not made by %s', async (_name, host) => {
    await expect(open(host, false)).rejects.toBeInstanceOf(BlockedAddressError);
    expect(heard).toBe(0);
  });

  test('is made where the operator has named the host', async () => {
    const answer = await open('127.0.0.1', true);
    answer.resume();
    expect(answer.statusCode).toBe(200);
  });
});
