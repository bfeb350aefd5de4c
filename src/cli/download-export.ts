import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Client } from '#client/call.ts';
import { downloadExportFile, type ExportRun } from '#contract/exports.ts';
import { FailedError } from './command-errors.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { bytes } from './words.ts';

interface Download {
  readonly terminal: Terminal;
  readonly client: Client;
  readonly projectId: string;
  readonly run: ExportRun;
  readonly folder: string;
}

/** Downloads every file of an export, and holds each against the export's list and against its manifest. */
export async function downloadExport(download: Download): Promise<void> {
  const { run, terminal } = download;
  const progress = createProgress(terminal);
  const total = run.files.reduce((sum, file) => sum + file.bytes, 0);
  let received = 0;
  const tell = (size: number) => {
    received += size;
    const facts = `${bytes(received)} of ${bytes(total)}`;
    progress.show({ label: 'Downloading', share: total > 0 ? received / total : null, facts });
  };
  const hashes = new Map<string, string>();
  for (const file of run.files) {
    const sha256 = await downloadFile(download, file.name, tell);
    if (sha256 !== file.sha256) throw damaged(file.name);
    hashes.set(file.name, sha256);
  }
  progress.end();
  await checkManifest(download.folder, hashes);
}

function damaged(name: string): FailedError {
  return new FailedError(`${name} arrived damaged: its sha256 is not that of the export. Run it again.`);
}

async function downloadFile(
  { client, projectId, run, folder }: Download,
  name: string,
  tell: (size: number) => void,
): Promise<string> {
  // Names come from the server: none may lead out of the folder.
  if (name.split('/').some((part) => part === '..' || part === '') || name.includes('\\'))
    throw new FailedError(`The server names a file "${name}", which is no safe name.`);
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  const { body } = await client.open(downloadExportFile, {
    params: { projectId, exportId: run.id },
    query: { name },
  });
  if (body === null) throw new FailedError(`The server sent nothing for ${name}.`);
  const hash = createHash('sha256');
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      tell(chunk.length);
      done(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(body as WebStream), watch, createWriteStream(path));
  return hash.digest('hex');
}

async function checkManifest(folder: string, hashes: ReadonlyMap<string, string>): Promise<void> {
  if (!hashes.has('manifest.json')) throw new FailedError('The export has no manifest.json: run it again.');
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    files: { path: string; sha256: string }[];
  };
  const wrong = manifest.files.find(({ path, sha256 }) => hashes.get(path) !== sha256);
  if (wrong) throw damaged(wrong.path);
}
