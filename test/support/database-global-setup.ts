import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedServer } from '#server/database/embedded-server.ts';
import { migrate } from '#server/database/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server of its own for this run; each test clones the database "template_migrated". */
    databaseServerUrl: string;
  }
}

/** Starts one real PostgreSQL for the run and migrates the template that every test's database is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-tests-'));
  // As root the database runs as another account, which must be able to enter the folder.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ folder, durable: false, settings: { max_connections: '300' } });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('create database template_migrated');
  await admin.end();
  const template = new URL(server.url);
  template.pathname = '/template_migrated';
  await migrate(template.href);
  project.provide('databaseServerUrl', server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
