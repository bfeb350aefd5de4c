import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportFolders } from './export-folders.ts';
import { removeUnfinishedExports } from './tidy-exports.ts';

test('what killed exports left half written goes, and what is finished stays', async () => {
  const config = { dataFolder: mkdtempSync(join(tmpdir(), 'plumbline-exports-')) };
  const { unfinished, finished } = exportFolders(config, 'some-id');
  await removeUnfinishedExports({ config });
  for (const folder of [unfinished, finished]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'rows.jsonl'), '{}');
  }
  await removeUnfinishedExports({ config });
  expect([existsSync(unfinished), existsSync(finished)]).toEqual([false, true]);
  rmSync(config.dataFolder, { recursive: true });
});
