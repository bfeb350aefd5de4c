import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

export const migrationsFolder = join(import.meta.dirname, '../../../migrations');

/** Any constant: two servers that start at once take the same lock and migrate one after the other. */
const migrationLock = 4_600_001;

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly version: number;
}

/**
 * Brings the schema up to date: each file in one transaction, under one lock, forward only.
 * @throws when the database is newer than this program, or an applied file was edited since.
 */
export async function migrate(url: string): Promise<MigrationReport> {
  const files = readdirSync(migrationsFolder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(`create table if not exists schema_migrations (
      version int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
    const known = await client.query<{ version: number; name: string; sha256: string }>(
      'select version, name, sha256 from schema_migrations',
    );
    refuseNewer(files, known.rows);
    const applied: string[] = [];
    for (const name of files) {
      const version = Number(name.slice(0, 4));
      const text = readFileSync(join(migrationsFolder, name), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const before = known.rows.find((row) => row.version === version);
      if (before) {
        if (before.sha256 !== sha256)
          throw new Error(
            `Migration ${name} was changed after it had been applied: restore it and add a new one.`,
          );
        continue;
      }
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into schema_migrations (version, name, sha256) values ($1, $2, $3)', [
          version,
          name,
          sha256,
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`Migration ${name} failed and was rolled back: ${(error as Error).message}`, {
          cause: error,
        });
      }
      applied.push(name);
    }
    return { applied, version: Math.max(0, ...files.map((name) => Number(name.slice(0, 4)))) };
  } finally {
    await client.end();
  }
}

function refuseNewer(files: readonly string[], known: readonly { version: number }[]): void {
  const newest = Math.max(0, ...files.map((name) => Number(name.slice(0, 4))));
  const there = Math.max(0, ...known.map((row) => row.version));
  if (there > newest) {
    throw new Error(
      `The database has schema version ${there}, this program knows ${newest}: start a newer Plumbline.`,
    );
  }
}
