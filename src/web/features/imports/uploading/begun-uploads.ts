import { readStored, writeStored } from '#web/ui/stored-value.ts';

/** What tells one file from another without reading it. */
type FileFacts = Pick<File, 'name' | 'size' | 'lastModified'>;

function keyOf(projectId: string, { name, size, lastModified }: FileFacts): string {
  return `plumbline-upload/${projectId}/${size}/${lastModified}/${name}`;
}

/** The upload of this very file that this browser began before. */
export function findBegunUpload(projectId: string, file: FileFacts): string | undefined {
  const stored = readStored(keyOf(projectId, file));
  return typeof stored === 'string' ? stored : undefined;
}

/** Keeps or forgets which upload belongs to a file, so that choosing it again goes on. */
export function rememberUpload(projectId: string, file: FileFacts, uploadId: string | undefined): void {
  writeStored(keyOf(projectId, file), uploadId);
}
