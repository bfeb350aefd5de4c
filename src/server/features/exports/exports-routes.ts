import * as contract from '#contract/exports.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { findExportOf, listExportsOf } from '#server/store/export-store.ts';
import { cancelExport } from './cancel-export.ts';
import { downloadArchive, downloadFile } from './download-export.ts';
import { presentExport } from './present-export.ts';
import { previewExport } from './preview-export.ts';
import { startExport } from './start-export.ts';

const listed = 100;

/** Exports in the background, their previews and downloads. */
export function registerExports(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(contract.startExport, async ({ params, body, actor }) =>
    startExport(services, { ...params, ...body, personId: actor.personId }),
  );
  serve(contract.listExports, async ({ params }) => {
    const rows = await listExportsOf(kysely, { projectId: params.projectId, limit: listed });
    return { exports: rows.map(presentExport) };
  });
  serve(contract.readExport, async ({ params }) => {
    const row = await findExportOf(kysely, params);
    return row ? presentExport(row) : refuse('not_found', 'There is no such export in this project.');
  });
  serve(contract.cancelExport, async ({ params }) => cancelExport(services, params));
  serve(contract.previewExport, async ({ params, body }) => previewExport(services, { ...params, ...body }));
  serve(contract.downloadExportFile, async ({ params, query, reply }) =>
    downloadFile(services, { ...params, name: query.name, reply }),
  );
  serve(contract.downloadExport, async ({ params, reply }) =>
    downloadArchive(services, { ...params, reply }),
  );
}
