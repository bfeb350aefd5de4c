import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** Clones the migrated template into a database of its own and returns its URL. */
export async function createTestDatabase(): Promise<string> {
  const server = inject('databaseServerUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    // One clone at a time: two at once find the template "being accessed by other users".
    await admin.query('select pg_advisory_lock(1)');
    await admin.query(`create database ${name} template template_migrated`);
  } finally {
    await admin.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
