import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import type { Database } from './database.ts';
import { inOneTransaction } from './one-transaction.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  await server.services.database.pool.query('create table noted (word text)');
});
afterAll(() => server?.stop());

const note = (database: Database, word: string) =>
  database.kysely
    .transaction()
    .execute((transaction) => sql`insert into noted values (${word})`.execute(transaction));

async function listNoted(): Promise<string[]> {
  const { rows } = await server.services.database.pool.query<{ word: string }>('select word from noted');
  return rows.map(({ word }) => word);
}

/** The thing itself but for one property. */
function replacing<Thing extends object, Key extends keyof Thing>(
  thing: Thing,
  name: Key,
  by: Thing[Key],
): Thing {
  return new Proxy(thing, { get: (own, key) => (key === name ? by : Reflect.get(own, key)) });
}

/** The database, whose connection breaks a statement once. */
function breaking(statement: string): Database {
  const { database } = server.services;
  let isBroken = false;
  const listen = (client: pg.PoolClient) =>
    new Proxy(client.query, {
      apply(query, _client, args) {
        if (isBroken || args[0] !== statement) return Reflect.apply(query, client, args);
        isBroken = true;
        throw new Error('cut off');
      },
    });
  const pool = new Proxy(database.pool, {
    get: (own, key) =>
      key === 'connect'
        ? async () => {
            const client = await own.connect();
            return replacing(client, 'query', listen(client));
          }
        : Reflect.get(own, key),
  });
  return { ...database, pool };
}

it('keeps what its parts wrote once all of them are done', async () => {
  await inOneTransaction(server.services.database, async (database) => {
    await note(database, 'one');
    await note(database, 'two');
    expect(await listNoted()).toEqual([]);
  });
  expect(await listNoted()).toEqual(['one', 'two']);
});

it('takes a part back alone where the work goes on without it', async () => {
  await inOneTransaction(server.services.database, async (database) => {
    const refused = database.kysely.transaction().execute(async (transaction) => {
      await sql`insert into noted values ('never')`.execute(transaction);
      throw new Error('changed my mind');
    });
    await expect(refused).rejects.toThrow('changed my mind');
    await note(database, 'three');
  });
  expect(await listNoted()).toEqual(['one', 'two', 'three']);
});

it('says what went wrong at the end of a part, and leaves nothing', async () => {
  const work = inOneTransaction(breaking('release savepoint inner_1'), (database) => note(database, 'four'));
  await expect(work).rejects.toThrow('cut off');
  expect(await listNoted()).toEqual(['one', 'two', 'three']);
});
