import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { askForFirstReports } from './ask-for-first-reports.ts';
import { seedDemo } from './seed-demo.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  server.setNow(new Date('2026-11-23T18:00:00Z'));
  await seedDemo(server.services);
});
afterAll(() => server?.stop());

async function listWarned(): Promise<string[]> {
  const { rows } = await server.services.database.pool.query<{ name: string }>(
    `select people.name from threshold_firings join people on people.id = person_id where act = 'warn'`,
  );
  return rows.map(({ name }) => name);
}

test('the rule of the demo warns the one who works too fast, once the first report is there', async () => {
  expect(await listWarned()).toEqual([]);
  await askForFirstReports(server.services);
  await expect.poll(listWarned, { timeout: 60_000, interval: 200 }).toEqual(['Grace Lindqvist']);
});
