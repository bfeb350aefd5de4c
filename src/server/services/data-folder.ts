import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#server/config.ts';

type Place = Pick<Config, 'dataFolder'>;

export function uploadsFolder({ dataFolder }: Place): string {
  return join(dataFolder, 'uploads');
}

export function exportsFolder({ dataFolder }: Place): string {
  return join(dataFolder, 'exports');
}

/** Removes the bytes of some uploads and exports; what is not there is fine. Ids are ours, so they are safe as paths. */
export async function removeFiles(
  config: Place,
  { uploadIds = [], exportIds = [] }: { uploadIds?: readonly string[]; exportIds?: readonly string[] },
): Promise<void> {
  const paths = [
    ...uploadIds.map((id) => join(uploadsFolder(config), id)),
    ...exportIds.flatMap((id) => [id, `${id}.tmp`]).map((name) => join(exportsFolder(config), name)),
  ];
  for (const path of paths) await rm(path, { recursive: true, force: true });
}
