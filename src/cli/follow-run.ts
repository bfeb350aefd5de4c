import { setTimeout as sleep } from 'node:timers/promises';
import { UnreachableError } from '#client/call-errors.ts';
import { InterruptedError } from './command-errors.ts';
import { createProgress, type ProgressState } from './progress.ts';
import type { Terminal } from './terminal.ts';

const pollMs = 300;
const mostMisses = 40;

interface Follow<Run> {
  readonly what: 'import' | 'export';
  readonly terminal: Terminal;
  readonly first: Run;
  readonly read: () => Promise<Run>;
  readonly describe: (run: Run) => ProgressState;
}

/** Watches background work until it ends, through short absences of the server, and returns how it stands then. */
export async function followRun<Run extends { readonly state: string }>(follow: Follow<Run>): Promise<Run> {
  const interrupted = new AbortController();
  const forget = follow.terminal.onInterrupt(() => interrupted.abort());
  try {
    return await watchToEnd(follow, interrupted.signal);
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    const { what } = follow;
    const page = what === 'import' ? 'Import' : 'Export';
    throw new InterruptedError(
      `Stopped watching. The ${what} goes on on the server: see it, or cancel it, under "${page}" in the web app.`,
    );
  } finally {
    forget();
  }
}

async function watchToEnd<Run extends { readonly state: string }>(
  follow: Follow<Run>,
  signal: AbortSignal,
): Promise<Run> {
  const progress = createProgress(follow.terminal);
  let run = follow.first;
  let misses = 0;
  while (run.state === 'waiting' || run.state === 'running') {
    await sleep(pollMs, undefined, { signal });
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
