import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describeMachine } from './measure.ts';

/** Each runs in a process of its own, so that the peak memory of one is not counted for the other. */
const parts = ['import-benchmark.ts', 'export-benchmark.ts'];
const rows = process.argv[2] ?? '1000000';

console.log(describeMachine());
for (const part of parts) {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, part), rows], { stdio: 'inherit' });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
