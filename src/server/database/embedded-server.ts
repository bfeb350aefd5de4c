import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { locateBinaries } from './embedded-binaries.ts';
import { createCluster, readPassword } from './embedded-cluster.ts';
import { adoptRunning, type EmbeddedOptions, isAlive, launch, type Running } from './embedded-process.ts';
import { reachableFolder } from './reachable-folder.ts';

export interface EmbeddedServer {
  readonly url: string;
  readonly pid: number;
  readonly port: number;
  /** True when a server left running by an earlier process was taken over. */
  readonly adopted: boolean;
  /** Stops the server unless another command still uses it. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL on a folder, or adopts the one that already runs there; never starts a second. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  mkdirSync(options.folder, { recursive: true });
  const binaries = await locateBinaries();
  const home = reachableFolder(options.folder, binaries.account);
  const cluster = join(home, 'postgres');
  const password = readPassword(home);
  if (!existsSync(join(cluster, 'PG_VERSION'))) createCluster({ binaries, home, cluster, password });
  const running = await adoptRunning(cluster, password);
  if (running) return asServer({ ...running, password, adopted: true });
  const started = await launch({ binaries, home, cluster, password, options });
  return asServer({ ...started, password, adopted: false });
}

function asServer(server: Running & { password: string; adopted: boolean }): EmbeddedServer {
  const url = `postgres://plumbline:${server.password}@127.0.0.1:${server.port}/postgres`;
  return {
    url,
    pid: server.pid,
    port: server.port,
    adopted: server.adopted,
    stop: () => stopUnlessUsed(server, url),
  };
}

async function stopUnlessUsed(server: Running, url: string): Promise<void> {
  if (!isAlive(server.pid)) return;
  if (await hasOtherClients(url)) return;
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint.
  process.kill(server.pid, 'SIGINT');
  for (let tries = 0; tries < 200 && isAlive(server.pid); tries += 1) await sleep(50);
}

async function hasOtherClients(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    const others = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    await client.end();
    return (others.rows[0]?.count ?? 0) > 0;
  } catch {
    return true;
  }
}

const lookEveryMs = 500;
const knockEvery = 10;

/**
 * Watches the embedded server and starts it again, on the same port, when it died: connections then find it where it
 * was. Starting anew adopts a live server, so a busy one is never doubled.
 */
export function guardEmbeddedServer(guard: {
  server: EmbeddedServer;
  options: EmbeddedOptions;
  onRestart: (server: EmbeddedServer) => Promise<void>;
  onTrouble: (error: unknown) => void;
}): { current(): EmbeddedServer; stop(): void } {
  let server = guard.server;
  let stopped = false;
  const watch = async (): Promise<void> => {
    for (let look = 1; !stopped; look += 1) {
      await sleep(lookEveryMs, undefined, { ref: false });
      if (stopped || (isAlive(server.pid) && look % knockEvery !== 0)) continue;
      try {
        const found = await startEmbeddedServer({ ...guard.options, port: server.port });
        if (found.pid === server.pid) continue;
        server = found;
        await guard.onRestart(found);
      } catch (error) {
        guard.onTrouble(error);
      }
    }
  };
  void watch();
  return {
    current: () => server,
    stop() {
      stopped = true;
    },
  };
}
