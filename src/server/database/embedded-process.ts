import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A killed process stands in the table until its parent has read its end. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
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

interface Launch {
  readonly binaries: Binaries;
  readonly home: string;
  readonly cluster: string;
  readonly password: string;
  readonly options: EmbeddedOptions;
}

/** Right after a kill the old process may not have been reaped yet, or its children still hold its memory. */
const passing = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;
const portTaken = /could not bind|Address already in use/;

/**
 * Starts PostgreSQL on a cluster and waits until it answers. The port is kept in a file and used again: connections
 * of other processes find the server where it was.
 */
export async function launch(job: Launch): Promise<Running> {
  const portFile = join(job.home, 'postgres-port');
  for (let tries = 1; ; tries += 1) {
    const port = job.options.port ?? readPort(portFile) ?? (await freePort());
    writeFileSync(portFile, `${port}\n`);
    const outcome = await launchOnce({ ...job, port });
    if (typeof outcome !== 'string') return outcome;
    if (tries === 40 || !(passing.test(outcome) || portTaken.test(outcome)))
      throw new Error(explainFailure(outcome, job.home));
    if (portTaken.test(outcome) && job.options.port === undefined) rmSync(portFile, { force: true });
    await sleep(250);
  }
}

function readPort(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** The running server, or what it printed when it ended at once. */
async function launchOnce(job: Launch & { port: number }): Promise<Running | string> {
  const logFile = join(job.home, 'postgres.log');
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const child = spawnPostgres(job, logFile);
  let exited = false;
  child.on('exit', () => {
    exited = true;
  });
  child.on('error', () => {
    exited = true;
  });
  for (let looks = 0; looks < 600; looks += 1) {
    await sleep(50);
    // Two starts at once: the other one won.
    if (exited)
      return (
        (await adoptRunning(job.cluster, job.password)) ??
        readFileSync(logFile).subarray(logStart).toString('utf8')
      );
    const found = readPidFile(job.cluster);
    if (found && (await tryConnect(found.port, job.password)) === 'ready') return found;
  }
  throw new Error(`The embedded PostgreSQL did not answer within 30 s; its log is ${logFile}.`);
}

function spawnPostgres(job: Launch & { port: number }, logFile: string): ChildProcess {
  const undurable = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
  const settings = {
    ...ownSettings,
    ...(job.options.durable === false ? undurable : {}),
    ...job.options.settings,
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const log = openSync(logFile, 'a', 0o640);
  // Detached: Ctrl-C must reach us first, so that requests in flight still find their database.
  const child = spawn(job.binaries.postgres, ['-D', job.cluster, '-p', String(job.port), ...flags], {
    ...job.binaries.account,
    cwd: job.home,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}
