import { z } from 'zod';
import { exportFormats } from '#domain/exports/export-format.ts';
import { route } from './route.ts';
import { empty, id, instant, projectParams, text } from './wire.ts';

export const exportFormat = z.enum(exportFormats);

export const exportOptions = z
  .strictObject({
    /** What happens to ties: left out, written to a config of their own, or (reward models only) both ways with margin 0. */
    ties: z.enum(['drop', 'separate', 'both_ways']).default('drop'),
    /** Strength to margin: small = up to 1, large = up to 3. */
    margin: z.enum(['small', 'large', 'none']).default('small'),
    validationPercent: z.number().int().min(0).max(50).default(5),
    testPercent: z.number().int().min(0).max(50).default(5),
    /** Salt of the split by prompt group; the same salt keeps old rows in their split as the data grows. */
    splitSalt: text({ max: 100 }).default('plumbline'),
    minJudgments: z.number().int().min(1).max(50).default(1),
    /** Share of the majority that a pair needs, 0–1. */
    minAgreement: z.number().min(0).max(1).default(0),
    /** With answers to tests on gold; those of training are never part of it. */
    includeGold: z.boolean().default(false),
    /** For rating projects: the response criterion that orders responses; null = the first one. */
    ratingKey: text({ max: 60 }).nullable().default(null),
    includeModelNames: z.boolean().default(false),
    /** Where an item was settled, its final answer decides in place of the votes. */
    finalAnswers: z.boolean().default(true),
  })
  .meta({ id: 'ExportOptions' });

export const exportFile = z.object({
  name: z.string(),
  bytes: z.number().int(),
  rows: z.number().int(),
  sha256: z.string(),
});
export const exportRun = z
  .object({
    id,
    format: exportFormat,
    parquet: z.boolean(),
    options: exportOptions,
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    itemsRead: z.number().int(),
    itemsTotal: z.number().int(),
    rowsWritten: z.number().int(),
    ratePerSecond: z.number().nullable(),
    files: z.array(exportFile),
    drops: z.record(z.string(), z.number().int()),
    failure: z.string().nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    createdByName: z.string(),
  })
  .meta({ id: 'Export' });
export type ExportRun = z.infer<typeof exportRun>;

const feature = 'exports';
const access = 'export_data';
const params = z.strictObject({ projectId: id, exportId: id });

export const startExport = route({
  id: 'startExport',
  feature,
  method: 'POST',
  path: '/projects/:projectId/exports',
  access,
  summary: 'Start an export in the background',
  status: 202,
  params: projectParams,
  body: z.strictObject({
    format: exportFormat,
    parquet: z.boolean().default(false),
    options: exportOptions.prefault({}),
  }),
  response: exportRun,
});
export const listExports = route({
  id: 'listExports',
  feature,
  method: 'GET',
  path: '/projects/:projectId/exports',
  access,
  summary: 'Exports, newest first',
  params: projectParams,
  response: z.object({ exports: z.array(exportRun) }),
});
export const readExport = route({
  id: 'readExport',
  feature,
  method: 'GET',
  path: '/projects/:projectId/exports/:exportId',
  access,
  summary: 'One export and its progress',
  params,
  response: exportRun,
});
export const cancelExport = route({
  id: 'cancelExport',
  feature,
  method: 'POST',
  path: '/projects/:projectId/exports/:exportId/cancellation',
  access,
  summary: 'Stop an export; nothing is left behind',
  params,
  response: exportRun,
});
export const previewExport = route({
  id: 'previewExport',
  feature,
  method: 'POST',
  path: '/projects/:projectId/export-preview',
  access,
  summary: 'The first rows that an export would write',
  params: projectParams,
  body: z.strictObject({ format: exportFormat, options: exportOptions.prefault({}) }),
  response: z.object({
    rows: z.array(z.unknown()),
    itemsSeen: z.number().int(),
    drops: z.record(z.string(), z.number().int()),
  }),
});
export const downloadExportFile = route({
  id: 'downloadExportFile',
  feature,
  method: 'GET',
  path: '/projects/:projectId/exports/:exportId/file',
  access,
  transport: 'bytes_out',
  summary: 'Download one file of an export',
  params,
  query: z.strictObject({ name: text({ max: 200 }) }),
  response: empty,
});
export const downloadExport = route({
  id: 'downloadExport',
  feature,
  method: 'GET',
  path: '/projects/:projectId/exports/:exportId/archive',
  access,
  transport: 'bytes_out',
  summary: 'Download the whole export as one tar file',
  params,
  response: empty,
});

export const exportRoutes = [
  startExport,
  listExports,
  readExport,
  cancelExport,
  previewExport,
  downloadExportFile,
  downloadExport,
] as const;
