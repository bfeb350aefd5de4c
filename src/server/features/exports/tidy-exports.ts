import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exportsFolder } from '#server/services/data-folder.ts';
import type { Services } from '#server/services/services.ts';

/** Removes what killed exports left half written. Only for the start of the server, while no export runs. */
export async function removeUnfinishedExports({
  config,
}: {
  config: Pick<Services['config'], 'dataFolder'>;
}): Promise<void> {
  const folder = exportsFolder(config);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith('.tmp')))
    await rm(join(folder, name), { recursive: true, force: true });
}
