import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SpawnedServer {
  readonly address: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Ends it as nothing else can: no handler runs. */
  kill(): Promise<void>;
  /** Asks it to stop and waits until it has. */
  terminate(): Promise<number | null>;
}

export function makeDataFolder(name = 'plumbline faults '): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  chmodSync(folder, 0o755);
  return folder;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export interface SpawnOptions {
  readonly folder: string;
  readonly port: number;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a `plumbline` command as a person would: another process, real signals. */
export function spawnCommand(options: SpawnOptions): {
  process: ChildProcess;
  output: () => string;
  exit: Promise<number | null>;
} {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...(options.command ?? ['serve'])], {
    env: {
      ...process.env,
      PLUMBLINE_DATA: options.folder,
      PLUMBLINE_PORT: String(options.port),
      PLUMBLINE_LOG: 'warn',
      PLUMBLINE_REQUESTS_PER_MINUTE: '60000',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const exit = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return { process: child, output: () => printed, exit };
}

/** Starts a server and waits until it answers. */
export async function spawnServer(options: SpawnOptions): Promise<SpawnedServer> {
  const command = spawnCommand(options);
  const address = `http://127.0.0.1:${options.port}`;
  let ended = false;
  void command.exit.then(() => {
    ended = true;
  });
  for (let tries = 0; tries < 1_800; tries += 1) {
    if (ended) throw new Error(`The server ended: ${command.output()}`);
    const ready = await fetch(`${address}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) break;
    if (tries === 1_799) {
      command.process.kill();
      throw new Error(`The server did not answer: ${command.output()}`);
    }
    await sleep(50);
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    command.process.kill(signal);
    return command.exit;
  };
  return {
    address,
    folder: options.folder,
    process: command.process,
    output: command.output,
    async kill() {
      await end('SIGKILL');
    },
    terminate: () => end('SIGTERM'),
  };
}

/** The process id of the embedded database of a data folder. */
export function databasePidOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
