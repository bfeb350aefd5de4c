import { Readable } from 'node:stream';
import * as contract from '#contract/imports.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { alreadySent, type Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { findImport, listImportsOf, type StoredImport } from '#server/store/import-store.ts';
import { toDomainMapping } from './column-mapping.ts';
import { listRejections, streamRejectionsCsv } from './list-rejections.ts';
import { makeGold } from './make-gold.ts';
import { presentImport } from './present-import.ts';
import { presentUpload } from './present-upload.ts';
import { previewImport } from './preview-import.ts';
import { receiveBytes } from './receive-bytes.ts';
import { startImport } from './start-import.ts';
import { readUpload, startUpload, type UploadOnDisk } from './start-upload.ts';
import { cancelImport, noSuchImport, resumeImport } from './stop-import.ts';
import { UploadTurns } from './upload-turns.ts';

/** Uploads, previews, imports, their rejections, and gold made of what they brought. */
export function registerImports(serve: Serve, services: Services): void {
  registerUploads(serve, services);
  registerRuns(serve, services);
  registerRejections(serve, services);
}

function registerUploads(serve: Serve, services: Services): void {
  const turns = new UploadTurns();
  const present = (found: UploadOnDisk | HttpRefusal) =>
    isRefusal(found) ? found : presentUpload(found.upload, found.receivedBytes);
  serve(contract.startUpload, async ({ params, actor, body }) => {
    const upload = await startUpload(services, { ...params, personId: actor.personId, ...body });
    return isRefusal(upload) ? upload : presentUpload(upload, 0);
  });
  serve(contract.readUpload, async ({ params }) => present(await readUpload(services, params)));
  serve(contract.sendUploadBytes, async ({ params, query, raw }) => {
    const stream = raw.body;
    if (!(stream instanceof Readable))
      return refuse('unsupported_media', 'Send the bytes as they are, as application/octet-stream.');
    const announced = raw.headers['content-length'];
    return present(
      await receiveBytes(services, turns, {
        ...params,
        ...query,
        announcedBytes: announced === undefined ? undefined : Number(announced),
        stream,
      }),
    );
  });
}

function registerRuns(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  const present = (run: StoredImport | HttpRefusal) => (isRefusal(run) ? run : presentImport(run));
  serve(contract.previewImport, async ({ params, body }) =>
    previewImport(services, { ...params, ...readChoices(body) }),
  );
  serve(contract.startImport, async ({ params, actor, body }) => {
    const { uploadId, priority } = body;
    const choices = { uploadId, priority, ...readChoices(body) };
    return present(await startImport(services, { ...params, personId: actor.personId, ...choices }));
  });
  serve(contract.listImports, async ({ params }) => ({
    imports: (await listImportsOf(kysely, params.projectId)).map(presentImport),
  }));
  serve(contract.readImport, async ({ params }) =>
    present((await findImport(kysely, params)) ?? noSuchImport()),
  );
  serve(contract.cancelImport, async ({ params }) => present(await cancelImport(services, params)));
  serve(contract.resumeImport, async ({ params }) => present(await resumeImport(services, params)));
  serve(contract.makeGold, async ({ params, actor, body }) =>
    present(await makeGold(services, { ...params, ...body, personId: actor.personId })),
  );
}

function readChoices<Pairs>(body: {
  format?: contract.ImportRun['format'] | undefined;
  mapping?: contract.ColumnMapping | undefined;
  pairs: Pairs;
}) {
  const { format, mapping, pairs } = body;
  return { format, mapping: mapping && toDomainMapping(mapping), pairs };
}

function registerRejections(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(contract.listRejections, async ({ params, query }) => {
    if (!(await findImport(kysely, params))) return noSuchImport();
    return listRejections(services, { importId: params.importId, ...query });
  });
  serve(contract.downloadRejections, async ({ params, reply }) => {
    if (!(await findImport(kysely, params))) return noSuchImport();
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="rejections.csv"')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(Readable.from(streamRejectionsCsv(services, params.importId)));
    return alreadySent;
  });
}
