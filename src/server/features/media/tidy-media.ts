import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { arrivingFolder } from '#server/services/data-folder.ts';
import type { Services } from '#server/services/services.ts';
import { listUnnamedContent } from '#server/store/media-store.ts';
import { forgetIfUnnamed } from './forget-media.ts';

/** No upload takes as long. */
const leftMs = 86_400_000;
const atOnce = 1_000;

/** Removes what a killed upload left half, and files that no project has a name for: those of deleted projects. */
export async function tidyMedia(services: Services): Promise<void> {
  await removeLeftovers(services);
  let hashes: string[] = [];
  for await (const sha256 of services.files.list()) {
    hashes.push(sha256);
    if (hashes.length < atOnce) continue;
    await forgetUnnamed(services, hashes);
    hashes = [];
  }
  await forgetUnnamed(services, hashes);
}

async function forgetUnnamed(services: Services, hashes: readonly string[]): Promise<void> {
  for (const sha256 of await listUnnamedContent(services.database.kysely, hashes))
    await forgetIfUnnamed(services, sha256);
}

async function removeLeftovers(services: Services): Promise<void> {
  const folder = arrivingFolder(services.config);
  const before = services.now().getTime() - leftMs;
  for (const name of await readdir(folder).catch(() => [])) {
    const facts = await stat(join(folder, name)).catch(() => null);
    if (facts && facts.mtimeMs < before) await rm(join(folder, name), { force: true });
  }
}
