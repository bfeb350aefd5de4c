import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { startEmbeddedServer } from '#server/database/embedded-server.ts';
import { migrate } from '#server/database/migrate.ts';
import {
  databasePidOf,
  freePort,
  makeDataFolder,
  removeDataFolder,
  type SpawnedServer,
  spawnCommand,
  spawnServer,
} from '#test/support/spawned-server.ts';

const folders: string[] = [];
const servers: SpawnedServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.terminate();
  for (const folder of folders.splice(0)) removeDataFolder(folder);
});

function folder(): string {
  const made = makeDataFolder('plumbline with spaces ');
  folders.push(made);
  return made;
}

async function serve(options: { folder: string; port: number }): Promise<SpawnedServer> {
  const server = await spawnServer(options);
  servers.push(server);
  return server;
}

describe('the embedded database', () => {
  test('is adopted after kill -9 of the server, not started a second time', async () => {
    const home = folder();
    const first = await serve({ folder: home, port: await freePort() });
    const pid = databasePidOf(home);
    await first.kill();
    await serve({ folder: home, port: await freePort() });
    expect(databasePidOf(home)).toBe(pid);
  });

  test('stops with its server and leaves no process behind', async () => {
    const home = folder();
    const server = await serve({ folder: home, port: await freePort() });
    expect(await server.terminate()).toBe(0);
    expect(existsSync(join(home, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('starts after a half-made cluster was left behind', async () => {
    const home = folder();
    spawnSync('mkdir', ['-p', join(home, 'postgres-new-1')]);
    await serve({ folder: home, port: await freePort() });
    expect(existsSync(join(home, 'postgres', 'PG_VERSION'))).toBe(true);
  });

  test('keeps its password in a file that only its owner reads', async () => {
    const home = folder();
    await serve({ folder: home, port: await freePort() });
    const mode = spawnSync('stat', ['-c', '%a', join(home, 'postgres-password')], {
      encoding: 'utf8',
    }).stdout.trim();
    expect(mode).toBe('600');
  });

  test('lets a second command work beside the server', async () => {
    const home = folder();
    const server = await serve({ folder: home, port: await freePort() });
    const beside = await startEmbeddedServer({ folder: home });
    expect(beside.adopted).toBe(true);
    expect((await migrate(beside.url)).applied).toEqual([]);
    await beside.stop();
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
  });

  test('two starts at once on an empty folder end in one database', async () => {
    const home = folder();
    const [one, two] = await Promise.all([
      startEmbeddedServer({ folder: home }),
      startEmbeddedServer({ folder: home }),
    ]);
    expect(one.pid).toBe(two.pid);
    await one.stop();
  });
});

describe('a server that cannot start', () => {
  test('names the other server on the same data', async () => {
    const home = folder();
    await serve({ folder: home, port: await freePort() });
    const second = spawnCommand({ folder: home, port: await freePort() });
    expect(await second.exit).toBe(1);
    expect(second.output()).toMatch(
      /Another Plumbline server runs on this data \(plumbline-server pid \d+\)/,
    );
  });

  test('names the busy port and the cure', async () => {
    const port = await freePort();
    const holder = createServer().listen(port, '127.0.0.1');
    const blocked = spawnCommand({ folder: folder(), port });
    expect(await blocked.exit).toBe(1);
    expect(blocked.output()).toContain(`Port ${port} is in use`);
    expect(blocked.output()).toContain('PLUMBLINE_PORT');
    holder.close();
  });

  test('names a setting that it cannot use', async () => {
    const blocked = spawnCommand({ folder: folder(), port: 1, environment: { PLUMBLINE_PORT: 'many' } });
    expect(await blocked.exit).toBe(1);
    expect(blocked.output()).toContain('PLUMBLINE_PORT is "many"');
  });

  test('refuses a database that is newer than itself', async () => {
    const home = folder();
    const embedded = await startEmbeddedServer({ folder: home });
    await migrate(embedded.url);
    const client = new pg.Client({ connectionString: embedded.url });
    await client.connect();
    await client.query(
      `insert into schema_migrations (version, name, sha256) values (9999, '9999-later.sql', '')`,
    );
    await client.end();
    await embedded.stop();
    const old = spawnCommand({ folder: home, port: await freePort() });
    expect(await old.exit).toBe(1);
    expect(old.output()).toContain('start a newer Plumbline');
  });
});

test.runIf(process.getuid?.() === 0)('a full disk is named as such', async () => {
  const home = folder();
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=0755', 'tmpfs', home]).status).toBe(0);
  try {
    const full = spawnCommand({ folder: home, port: await freePort() });
    expect(await full.exit).toBe(1);
    expect(full.output()).toMatch(/disk that holds .* is full/);
  } finally {
    spawnSync('umount', [home]);
  }
});

test('nothing of the data folder names a password in the log', async () => {
  const home = folder();
  const server = await serve({ folder: home, port: await freePort() });
  const password = readFileSync(join(home, 'postgres-password'), 'utf8').trim();
  expect(server.output()).not.toContain(password);
  expect(readFileSync(join(home, 'postgres.log'), 'utf8')).not.toContain(password);
});
