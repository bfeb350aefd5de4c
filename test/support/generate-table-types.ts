import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer } from '#server/database/embedded-server.ts';
import { migrate } from '#server/database/migrate.ts';

/** jsonb is read as unknown, to be named in the store, and written as text: pg turns arrays into SQL arrays. */
const typeMapping = { int8: 'number', jsonb: 'ColumnType<unknown, string, string>' };
const target = 'src/server/database/tables.generated.ts';

/** Writes (or with `verify` checks) the table types of a database at `url`; returns the tool's complaint or null. */
export function runCodegen(url: string, verify: boolean): string | null {
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/kysely-codegen/dist/cli/bin.js',
      '--dialect',
      'postgres',
      '--url',
      url,
      '--camel-case',
      '--include-pattern',
      'public.*',
      '--exclude-pattern',
      '*schema_migrations',
      '--type-mapping',
      JSON.stringify(typeMapping),
      '--out-file',
      target,
      ...(verify ? ['--verify'] : []),
    ],
    { encoding: 'utf8' },
  );
  return run.status === 0 ? null : `${run.stdout}${run.stderr}`;
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-types-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ folder, durable: false });
  await migrate(server.url);
  const complaint = runCodegen(server.url, false);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  if (complaint) {
    console.error(complaint);
    process.exit(1);
  }
}
