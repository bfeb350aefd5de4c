import { setTimeout as sleep } from 'node:timers/promises';
import { UnreachableError } from '#client/call-errors.ts';
import { createProgress, type ProgressState } from './progress.ts';
import type { Terminal } from './terminal.ts';

const pollMs = 300;
const mostMisses = 40;

/** Watches background work until it ends, through short absences of the server, and returns how it stands then. */
export async function followRun<Run extends { readonly state: string }>(follow: {
  readonly terminal: Terminal;
  readonly first: Run;
  readonly read: () => Promise<Run>;
  readonly describe: (run: Run) => ProgressState;
}): Promise<Run> {
  const progress = createProgress(follow.terminal);
  let run = follow.first;
  let misses = 0;
  while (run.state === 'waiting' || run.state === 'running') {
    await sleep(pollMs);
    try {
      run = await follow.read();
      misses = 0;
    } catch (error) {
      misses += 1;
      if (!(error instanceof UnreachableError) || misses > mostMisses) throw error;
    }
    progress.show(follow.describe(run));
  }
  progress.end();
  return run;
}
