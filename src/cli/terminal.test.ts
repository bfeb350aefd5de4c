import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('a command whose reader stops early ends quietly', async () => {
  const command = spawn(process.execPath, [
    join(import.meta.dirname, 'main.ts'),
    'stats',
    'aggregate',
    '-',
    '--method',
    'majority',
    '--json',
  ]);
  let complaints = '';
  command.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  command.stdout.destroy();
  const rows = Array.from({ length: 20_000 }, (_, index) => `item-${index},mara,yes`);
  command.stdin.end(['item,annotator,label', ...rows, ''].join('\n'));
  const [code] = (await once(command, 'close')) as [number | null];
  expect([code, complaints]).toEqual([0, '']);
});
