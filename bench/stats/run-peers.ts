import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeData } from './write-data.ts';

/** What a job of another program took, in milliseconds; or why it did not run. */
export type PeerTiming = { readonly times: readonly number[] } | { readonly failure: string };

const packages = ['krippendorff', 'crowd-kit', 'choix', 'evalica', 'scikit-learn', 'statsmodels'];

export interface PeerRun {
  readonly jobs: readonly string[];
  /** A Python that has the peers already; otherwise they are installed in an environment of their own. */
  readonly python?: string | undefined;
  readonly say: (line: string) => void;
}

/** Runs jobs of other programs on the same data, and takes everything that was needed away again. */
export function runPeers({ jobs, python, say }: PeerRun): ReadonlyMap<string, PeerTiming> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-peers-'));
  try {
    const chosen = python ?? join(folder, 'environment', 'bin', 'python');
    if (python === undefined) {
      if (spawnSync('python3', ['-m', 'venv', join(folder, 'environment')]).status !== 0) {
        say('  none could be run: there is no python3 with venv');
        return new Map();
      }
      for (const name of packages) say(install(chosen, name));
    } else for (const name of packages) say(`  ${name} ${versionOf(python, name) || 'is not there'}`);
    writeData(folder);
    const run = spawnSync(chosen, [join(import.meta.dirname, 'peers.py'), folder, ...jobs], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      timeout: 30 * 60_000,
    });
    return readTimings(run.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One package after the other, so that one that cannot be had does not take the rest with it. */
function install(python: string, name: string): string {
  const words = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', name];
  const done = spawnSync(python, words, { encoding: 'utf8', timeout: 10 * 60_000 });
  if (done.status !== 0) {
    const reason = done.stderr.trim().split('\n').at(-1) ?? 'no reason given';
    return `  ${name}: not installed (${reason})`;
  }
  return `  ${name} ${versionOf(python, name)}`;
}

function versionOf(python: string, name: string): string {
  const code = 'import importlib.metadata as m, sys; print(m.version(sys.argv[1]))';
  return spawnSync(python, ['-c', code, name], { encoding: 'utf8' }).stdout.trim();
}

function readTimings(text: string): ReadonlyMap<string, PeerTiming> {
  const lines = text.split('\n').filter((line) => line.startsWith('{'));
  return new Map(
    lines.map((line) => {
      const { job, ...timing } = JSON.parse(line) as { job: string } & PeerTiming;
      return [job, timing];
    }),
  );
}
