import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Database } from './database.ts';
import type { DB } from './tables.generated.ts';

/**
 * Does work in one transaction, also where its parts open transactions of their own: theirs become savepoints, so that
 * either everything stays or nothing. The parts must run one after another. Session locks end with the work.
 */
export async function inOneTransaction<Result>(
  database: Database,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    const result = await work(lend(client, database.url));
    await client.query('commit');
    return result;
  } finally {
    // Closing the connection rolls back whatever was not committed.
    client.release(true);
  }
}

function lend(client: pg.PoolClient, url: string): Database {
  const lent = lendClient(client);
  const pool = {
    ending: false,
    connect: async () => lent,
    query: lent.query,
    end: async () => {},
  } as unknown as pg.Pool;
  const kysely = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { url, kysely, pool, close: async () => {} };
}

type Query = (text: unknown, values?: unknown) => Promise<unknown>;

function lendClient(client: pg.PoolClient): pg.PoolClient {
  const run = client.query.bind(client) as unknown as Query;
  let depth = 0;
  const query: Query = async (text, values) => {
    if (text === 'begin') {
      depth += 1;
      return run(`savepoint inner_${depth}`);
    }
    if (text === 'commit' || text === 'rollback') {
      const name = `inner_${depth}`;
      if (text === 'rollback') await run(`rollback to savepoint ${name}`);
      const released = await run(`release savepoint ${name}`);
      // Only then: a commit that fails is followed by a rollback of the same savepoint.
      depth -= 1;
      return released;
    }
    return run(text, values);
  };
  const lent = { query, release: () => {}, on: () => lent } as unknown as pg.PoolClient;
  return lent;
}
