import { CamelCasePlugin, Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './tables.generated.ts';

export type Tables = Kysely<DB>;
/** What a store function runs on: the pool, or one transaction. */
export type Executor = Kysely<DB> | KyselyTransaction<DB>;
export type Transaction = KyselyTransaction<DB>;

export interface Database {
  /** For threads, which open connections of their own. */
  readonly url: string;
  readonly kysely: Tables;
  /** For the queue's prepared statements and for COPY; everything else goes through `kysely`. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const int8 = 20;

/** Counts fit a double; the one bigint that does not (prompt_group) is cast to text in SQL. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8
      ? (value: string) => Number(value)
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

/** Enough to keep a few cores busy; more connections than that wait for each other inside the database instead of here. */
export const usualConnections = 20;

export interface DatabaseOptions {
  readonly url: string;
  readonly maxConnections?: number;
  readonly onError: (error: Error) => void;
}

/** Opens a pool. An idle connection that breaks is reported to `onError` and replaced, never thrown. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? usualConnections,
    types,
    application_name: 'plumbline',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 120_000,
    idle_in_transaction_session_timeout: 120_000,
  });
  pool.on('error', options.onError);
  // The pool listens only to idle connections; one that breaks in use must not end the process either.
  pool.on('connect', (client) => client.on('error', options.onError));
  const kysely = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { url: options.url, kysely, pool, close: () => kysely.destroy() };
}
