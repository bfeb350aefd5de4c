import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a folder for the cluster that the database's account can enter. As root the database runs as another
 * account, which may not pass a 0700 home: the cluster then stands under /var/lib, and a note in the data folder says so.
 */
export function reachableFolder(folder: string, account: { uid?: number; gid?: number }): string {
  const { uid, gid } = account;
  if (uid === undefined || gid === undefined) return folder;
  const note = join(folder, 'postgres-is-in');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  if (canEnter(folder, { uid, gid })) return folder;
  const elsewhere = join(
    '/var/lib/plumbline',
    createHash('sha256').update(folder).digest('hex').slice(0, 16),
  );
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  chownSync(elsewhere, uid, gid);
  writeFileSync(note, `${elsewhere}\n`);
  return elsewhere;
}

function canEnter(folder: string, account: { uid: number; gid: number }): boolean {
  // Listing "folder/." needs the right to enter it and every folder above; a spawn's own cwd is set before the account changes.
  return spawnSync('ls', ['-d', `${folder}/.`], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
