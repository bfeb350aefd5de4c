import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './embedded-binaries.ts';

const leastFreeBytes = 200_000_000;

/** The database's password, made once and readable by its owner only. */
export function readPassword(home: string): string {
  const file = join(home, 'postgres-password');
  if (!existsSync(file))
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** Makes the cluster beside its final place and renames it, so that a killed start leaves nothing half-made. */
export function createCluster(job: {
  binaries: Binaries;
  home: string;
  cluster: string;
  password: string;
}): void {
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

/** Says in words why PostgreSQL did not start, from what it printed. */
export function explainFailure(output: string, home: string): string {
  if (/No space left|disk full/i.test(output)) {
    return `The disk that holds ${home} is full: free some space and start again. Nothing that was acknowledged is lost.`;
  }
  if (/could not look up effective user ID/.test(output)) {
    return 'PostgreSQL needs a named account and the one that runs Plumbline has no entry in /etc/passwd: run it as another account, or set DATABASE_URL to a server of your own.';
  }
  const lines = output.trim().split('\n');
  return `The embedded PostgreSQL did not start: ${lines.slice(-6).join('\n')}`;
}
