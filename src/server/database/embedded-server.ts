import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, locateBinaries } from './embedded-binaries.ts';
import { reachableFolder } from './reachable-folder.ts';

export interface EmbeddedServer {
  readonly url: string;
  readonly pid: number;
  /** True when a server left running by an earlier process was taken over. */
  readonly adopted: boolean;
  /** Stops the server unless another command still uses it. */
  stop(): Promise<void>;
}

interface Options {
  readonly folder: string;
  /** False only in tests: a lost power supply then loses data. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

const leastFreeBytes = 200_000_000;

/** Starts PostgreSQL on a folder, or adopts the one that already runs there; never starts a second. */
export async function startEmbeddedServer(options: Options): Promise<EmbeddedServer> {
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

function readPassword(home: string): string {
  const file = join(home, 'postgres-password');
  if (!existsSync(file))
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** Makes the cluster beside its final place and renames it, so that a killed start leaves nothing half-made. */
function createCluster(job: { binaries: Binaries; home: string; cluster: string; password: string }): void {
  const disk = statfsSync(job.home);
  if (disk.bavail * disk.bsize < leastFreeBytes) {
    throw new Error(
      `The disk that holds ${job.home} is full: free at least 200 MB, or set PLUMBLINE_DATA to another folder.`,
    );
  }
  const fresh = `${job.cluster}-new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = join(job.home, `postgres-password-${process.pid}`);
  writeFileSync(passwordFile, job.password, { mode: 0o600 });
  const { uid, gid } = job.binaries.account;
  if (uid !== undefined && gid !== undefined) {
    chownSync(fresh, uid, gid);
    chownSync(passwordFile, uid, gid);
  }
  const made = spawnSync(
    job.binaries.initdb,
    [
      '-D',
      fresh,
      '-U',
      'plumbline',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...job.binaries.account, cwd: job.home, encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(explainFailure(`${made.stderr ?? ''}${made.error?.message ?? ''}`, job.home));
  }
  try {
    renameSync(fresh, job.cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(job.cluster, 'PG_VERSION'))) throw error;
  }
}

function explainFailure(output: string, home: string): string {
  if (/No space left|disk full/i.test(output)) {
    return `The disk that holds ${home} is full: free some space and start again. Nothing that was acknowledged is lost.`;
  }
  const lines = output.trim().split('\n');
  return `The embedded PostgreSQL did not start: ${lines.slice(-6).join('\n')}`;
}

interface Running {
  readonly pid: number;
  readonly port: number;
}

/** Reads postmaster.pid and says whether that server lives and answers to our password. */
async function adoptRunning(cluster: string, password: string): Promise<Running | null> {
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

function isAlive(pid: number): boolean {
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

async function launch(job: {
  binaries: Binaries;
  home: string;
  cluster: string;
  password: string;
  options: Options;
}): Promise<Running> {
  const port = await freePort();
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

function asServer(server: Running & { password: string; adopted: boolean }): EmbeddedServer {
  const url = `postgres://plumbline:${server.password}@127.0.0.1:${server.port}/postgres`;
  return { url, pid: server.pid, adopted: server.adopted, stop: () => stopUnlessUsed(server, url) };
}

async function stopUnlessUsed(server: Running, url: string): Promise<void> {
  if (!isAlive(server.pid)) return;
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    const others = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    await client.end();
    if ((others.rows[0]?.count ?? 0) > 0) return;
  } catch {
    return;
  }
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint.
  process.kill(server.pid, 'SIGINT');
  for (let tries = 0; tries < 200 && isAlive(server.pid); tries += 1) await sleep(50);
}
