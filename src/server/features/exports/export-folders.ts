import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exportsFolder } from '#server/services/data-folder.ts';
import type { Services } from '#server/services/services.ts';

export interface ExportFolders {
  /** All finished exports stand here. */
  readonly parent: string;
  /** Where files grow; never read by downloads. */
  readonly unfinished: string;
  readonly finished: string;
}

export function exportFolders(
  config: Pick<Services['config'], 'dataFolder'>,
  exportId: string,
): ExportFolders {
  const parent = exportsFolder(config);
  return { parent, unfinished: join(parent, `${exportId}.tmp`), finished: join(parent, exportId) };
}

export async function removeExportFiles(folders: ExportFolders): Promise<void> {
  await rm(folders.unfinished, { recursive: true, force: true });
  await rm(folders.finished, { recursive: true, force: true });
}
