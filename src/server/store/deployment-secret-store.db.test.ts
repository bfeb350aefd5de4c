import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { readDeploymentSecret } from './deployment-secret-store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(async () => {
  await server.stop();
});

test('all who ask for a secret at once get the same one, and so does everybody after', async () => {
  const { database, now, randomBytes } = server.services;
  const ask = () =>
    readDeploymentSecret(database.kysely, { name: 'a', fresh: () => randomBytes(32), now: now() });
  const values = (await Promise.all(Array.from({ length: 8 }, ask))).map((value) => value.toString('hex'));
  expect(new Set([...values, (await ask()).toString('hex')]).size).toBe(1);
  expect(values[0]).toHaveLength(64);
});
