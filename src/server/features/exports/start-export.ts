import type { ExportRun } from '#contract/exports.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { ExportFormat } from '#domain/exports/export-format.ts';
import { validateExportOptions } from '#domain/exports/validate-export-options.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Services } from '#server/services/services.ts';
import { findExport, insertExport } from '#server/store/export-store.ts';
import { findProject } from '#server/store/project-store.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';
import { publishExport } from './export-progress.ts';
import { placeInRequest, planOptionsOf, type RequestedOptions } from './plan-options.ts';
import { presentExport } from './present-export.ts';

export interface ExportRequest {
  readonly projectId: string;
  readonly format: ExportFormat;
  readonly options: RequestedOptions;
}

/** Says what cannot be exported as asked; undefined where it can. */
export async function whyNotExportable(
  services: Services,
  { projectId, format, options }: ExportRequest,
): Promise<HttpRefusal | undefined> {
  const { kysely } = services.database;
  const project = await findProject(kysely, { projectId });
  if (!project) return refuse('not_found', 'There is no such project.');
  const newest = await findRubricVersion(kysely, { projectId, version: project.rubricVersion });
  if (!newest)
    return refuse(
      'export_options_invalid',
      'The project has no rubric yet, so there is nothing to export: publish one first.',
    );
  const places = validateExportOptions({
    options: planOptionsOf(options),
    format,
    rubric: newest.rubric,
  }).map(placeInRequest);
  return places[0] && refuse('export_options_invalid', places[0].message, { places });
}

/** Puts an export in line; the row and its job are written together or not at all. */
export async function startExport(
  services: Services,
  request: ExportRequest & { parquet: boolean; personId: string },
): Promise<ExportRun | HttpRefusal> {
  const refusal = await whyNotExportable(services, request);
  if (refusal) return refusal;
  const { kysely } = services.database;
  const id = services.newId();
  await kysely.transaction().execute(async (transaction) => {
    await insertExport(transaction, {
      id,
      projectId: request.projectId,
      format: request.format,
      parquet: request.parquet,
      options: request.options,
      createdBy: request.personId,
      now: services.now(),
    });
    await services.jobs.send(transaction, 'export', id);
  });
  await publishExport(services, id);
  const row = await findExport(kysely, id);
  return row ? presentExport(row) : refuse('not_found', 'The project was deleted meanwhile.');
}
