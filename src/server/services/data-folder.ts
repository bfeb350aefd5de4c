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

/** Where media are kept, unless a bucket keeps them. */
export function filesFolder({ dataFolder }: Place): string {
  return join(dataFolder, 'files');
}

/** Where a file is while it arrives: beside those that are kept, so that it can be moved among them in one step. */
export function arrivingFolder(place: Place): string {
  return join(filesFolder(place), 'arriving');
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
