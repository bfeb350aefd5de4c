import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './embedded-binaries.ts';
import { explainFailure } from './embedded-cluster.ts';

export interface EmbeddedOptions {
  readonly folder: string;
  /** Where to listen; any free port if left out. */
  readonly port?: number;
  /** False only in tests: a lost power supply then loses data. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL process and where it listens. */
export interface Running {
  readonly pid: number;
  readonly port: number;
}

/** Reads postmaster.pid and says whether that server lives and answers to our password. */
export async function adoptRunning(cluster: string, password: string): Promise<Running | null> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = readPidFile(cluster);
    if (!found || !isAlive(found.pid)) return null;
    const answer = await tryConnect(found.port, password);
    if (answer === 'ready') return found;
    if (answer === 'refused') return null;
    await sleep(100);
  }
  return null;
}

function readPidFile(cluster: string): Running | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return pid > 0 && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const stillStarting = '57P03';

async function tryConnect(port: number, password: string): Promise<'ready' | 'starting' | 'refused'> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'plumbline',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return 'ready';
  } catch (error) {
    const code = (error as { code?: string }).code;
    // A process id may have been given to somebody else since: nobody listens, or not with our password.
    return code === stillStarting ? 'starting' : 'refused';
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}

const ownSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  jit: 'off',
  random_page_cost: '1.1',
};

/** Starts PostgreSQL on a cluster, on the port asked for if there is one, and waits until it answers. */
export async function launch(job: {
  binaries: Binaries;
  home: string;
  cluster: string;
  password: string;
  options: EmbeddedOptions;
}): Promise<Running> {
  const port = job.options.port ?? (await freePort());
  const settings = {
    ...ownSettings,
    ...(job.options.durable === false
      ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
      : {}),
    ...job.options.settings,
  };
  const logFile = join(job.home, 'postgres.log');
  const log = openSync(logFile, 'a', 0o640);
  // Detached: Ctrl-C must reach us first, so that requests in flight still find their database.
  const child = spawn(
    job.binaries.postgres,
    [
      '-D',
      job.cluster,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    {
      ...job.binaries.account,
      cwd: job.home,
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  child.unref();
  let exited = false;
  child.on('exit', () => {
    exited = true;
  });
  child.on('error', () => {
    exited = true;
  });
  for (let tries = 0; tries < 600; tries += 1) {
    await sleep(50);
    if (exited) {
      const other = await adoptRunning(job.cluster, job.password);
      if (other) return other;
      throw new Error(explainFailure(readFileSync(logFile, 'utf8'), job.home));
    }
    const found = readPidFile(job.cluster);
    if (found && (await tryConnect(found.port, job.password)) === 'ready') return found;
  }
  throw new Error(`The embedded PostgreSQL did not answer within 30 s; its log is ${logFile}.`);
}
