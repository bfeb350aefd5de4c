import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import tar from 'tar-stream';
import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { alreadySent } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { findExportOf, type StoredExport, type StoredExportFile } from '#server/store/export-store.ts';
import { exportFolders } from './export-folders.ts';

interface Query {
  readonly projectId: string;
  readonly exportId: string;
}

async function findFinished(
  services: Services,
  query: Query,
): Promise<{ row: StoredExport; folder: string } | HttpRefusal> {
  const row = await findExportOf(services.database.kysely, query);
  if (!row) return refuse('not_found', 'There is no such export in this project.');
  if (row.state !== 'done')
    return refuse('export_not_ready', `This export is ${row.state}: download it once it is done.`);
  const folder = exportFolders(services.config, row.id).finished;
  const isThere = await stat(folder).catch(() => null);
  if (!isThere)
    return refuse('not_found', 'The files of this export are no longer on the server: export again.');
  return { row, folder };
}

/** Sends one file. Its name must be one that the export lists: it is never made into a path otherwise. */
export async function downloadFile(
  services: Services,
  query: Query & { name: string; reply: FastifyReply },
): Promise<typeof alreadySent | HttpRefusal> {
  const found = await findFinished(services, query);
  if ('refused' in found) return found;
  const file = found.row.files.find(({ name }) => name === query.name);
  if (!file)
    return refuse('not_found', 'This export has no file with this name: its files are listed with it.');
  const { reply } = query;
  const type = file.name.endsWith('.parquet') ? 'application/vnd.apache.parquet' : plainBytes;
  offerAsFile(reply, { name: file.name.replaceAll('/', '-'), type });
  reply.header('content-length', file.bytes);
  reply.send(createReadStream(join(found.folder, file.name)));
  return alreadySent;
}

/** Sends the whole export as one tar file, made while it is sent. */
export async function downloadArchive(
  services: Services,
  query: Query & { reply: FastifyReply },
): Promise<typeof alreadySent | HttpRefusal> {
  const found = await findFinished(services, query);
  if ('refused' in found) return found;
  const { row, folder } = found;
  const name = `plumbline-${row.format}-${row.id.slice(-8)}`;
  offerAsFile(query.reply, { name: `${name}.tar`, type: 'application/x-tar' });
  query.reply.header('content-length', tarBytes(row.files));
  query.reply.send(streamTar({ row, folder, name }));
  return alreadySent;
}

function streamTar({ row, folder, name }: { row: StoredExport; folder: string; name: string }): Readable {
  const pack = tar.pack();
  const fill = async () => {
    for (const file of row.files) {
      const header = {
        name: `${name}/${file.name}`,
        size: file.bytes,
        mode: 0o644,
        mtime: row.finishedAt ?? row.createdAt,
      };
      await pipeline(createReadStream(join(folder, file.name)), pack.entry(header));
    }
    pack.finalize();
  };
  fill().catch((error: Error) => pack.destroy(error));
  return Readable.from(pack, { objectMode: false });
}

const block = 512;

/** Each file has a header and is filled up to whole blocks; two empty ones end the archive. */
function tarBytes(files: readonly StoredExportFile[]): number {
  return files.reduce((sum, { bytes }) => sum + block + Math.ceil(bytes / block) * block, 2 * block);
}

const plainBytes = 'application/octet-stream';

function offerAsFile(reply: FastifyReply, { name, type }: { name: string; type: string }): void {
  reply.type(type);
  reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
}
