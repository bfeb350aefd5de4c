import { z } from 'zod';
import { importFormats } from '#domain/imports/format.ts';
import { route } from './route.ts';
import { empty, id, instant, pageOf, pageQuery, projectParams, text } from './wire.ts';

export const importFormat = z.enum(importFormats);

const column = text({ min: 1, max: 200 });
/** How the columns of a generic file map to an item. */
export const columnMapping = z
  .strictObject({
    prompt: column,
    system: column.optional(),
    /** Two to nine columns, one response each… */
    responses: z.array(column).max(9).default([]),
    /** …or one column that holds a JSON array of responses. */
    responsesColumn: column.optional(),
    models: z.array(column).max(9).default([]),
    key: column.optional(),
    domain: column.optional(),
    metadata: z.array(column).max(100).default([]),
    verdict: column.optional(),
    /** How to read the verdict: position from 0 or 1, a letter (A, B, tie), or the name of the winning column. */
    verdictAs: z.enum(['index_from_0', 'index_from_1', 'letter', 'column_name']).optional(),
  })
  .meta({ id: 'ColumnMapping' });
export type ColumnMapping = z.infer<typeof columnMapping>;

/** A mapping to begin with; its prompt is empty where no column stands out. */
const suggestedMapping = columnMapping
  .extend({ prompt: text({ max: 200 }) })
  .meta({ id: 'SuggestedMapping' });

export const upload = z
  .object({
    id,
    fileName: z.string(),
    sizeBytes: z.number().int(),
    receivedBytes: z.number().int(),
    complete: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'Upload' });

export const rejection = z
  .object({ line: z.number().int(), field: z.string().nullable(), code: z.string(), message: z.string() })
  .meta({ id: 'ImportRejection' });

export const importPreview = z
  .object({
    format: importFormat,
    /** Why this format, in words. */ reason: z.string(),
    fileKind: z.enum(['jsonl', 'json_array', 'csv', 'parquet']),
    gzip: z.boolean(),
    columns: z.array(z.string()),
    mapping: suggestedMapping.nullable(),
    rows: z.array(
      z.object({
        line: z.number().int(),
        prompt: z.array(z.object({ role: z.string(), content: z.string() })),
        responses: z.array(z.object({ id: z.string(), text: z.string(), model: z.string().nullable() })),
        verdict: z.string().nullable(),
      }),
    ),
    rejections: z.array(rejection),
    /** Why the rows cannot be judged with this project's rubric, if so. */
    mismatch: z.string().nullable(),
  })
  .meta({ id: 'ImportPreview' });

export const importRun = z
  .object({
    id,
    fileName: z.string(),
    format: importFormat,
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    bytesRead: z.number().int(),
    bytesTotal: z.number().int(),
    rowsRead: z.number().int(),
    itemsAdded: z.number().int(),
    duplicates: z.number().int(),
    rejected: z.number().int(),
    ratePerSecond: z.number().nullable(),
    failure: z.string().nullable(),
    verdicts: z.number().int(),
    goldsMade: z.number().int(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    createdByName: z.string(),
  })
  .meta({ id: 'Import' });
export type ImportRun = z.infer<typeof importRun>;

const feature = 'imports';
const access = 'import_items';
const uploadParams = z.strictObject({ projectId: id, uploadId: id });
const importParams = z.strictObject({ projectId: id, importId: id });
const choices = {
  format: importFormat.optional(),
  mapping: columnMapping.optional(),
  pairs: z.enum(['all', 'best_vs_worst']).default('all'),
};

export const startUpload = route({
  id: 'startUpload',
  feature,
  method: 'POST',
  path: '/projects/:projectId/uploads',
  access,
  summary: 'Begin to upload a file',
  status: 201,
  params: projectParams,
  body: z.strictObject({
    fileName: text({ min: 1, max: 300 }),
    sizeBytes: z.number().int().min(1).max(50_000_000_000),
  }),
  response: upload,
});
export const sendUploadBytes = route({
  id: 'sendUploadBytes',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/uploads/:uploadId/bytes',
  access,
  transport: 'bytes_in',
  summary: 'Send bytes from an offset; after a cut, ask how many arrived and go on from there',
  params: uploadParams,
  query: z.strictObject({ offset: z.coerce.number().int().min(0) }),
  response: upload,
});
export const readUpload = route({
  id: 'readUpload',
  feature,
  method: 'GET',
  path: '/projects/:projectId/uploads/:uploadId',
  access,
  summary: 'How many bytes have arrived',
  params: uploadParams,
  response: upload,
});
export const previewImport = route({
  id: 'previewImport',
  feature,
  method: 'POST',
  path: '/projects/:projectId/uploads/:uploadId/preview',
  access,
  summary: 'The detected format and the first rows; nothing is written',
  params: uploadParams,
  body: z.strictObject(choices),
  response: importPreview,
});
export const startImport = route({
  id: 'startImport',
  feature,
  method: 'POST',
  path: '/projects/:projectId/imports',
  access,
  summary: 'Start an import in the background',
  status: 202,
  params: projectParams,
  body: z.strictObject({
    uploadId: id,
    priority: z.number().int().min(-1000).max(1000).default(0),
    ...choices,
  }),
  response: importRun,
});
export const listImports = route({
  id: 'listImports',
  feature,
  method: 'GET',
  path: '/projects/:projectId/imports',
  access,
  summary: 'Imports, newest first',
  params: projectParams,
  response: z.object({ imports: z.array(importRun) }),
});
export const readImport = route({
  id: 'readImport',
  feature,
  method: 'GET',
  path: '/projects/:projectId/imports/:importId',
  access,
  summary: 'One import and its progress',
  params: importParams,
  response: importRun,
});
export const cancelImport = route({
  id: 'cancelImport',
  feature,
  method: 'POST',
  path: '/projects/:projectId/imports/:importId/cancellation',
  access,
  summary: 'Stop an import; what was added stays and can be gone on with',
  params: importParams,
  response: importRun,
});
export const resumeImport = route({
  id: 'resumeImport',
  feature,
  method: 'POST',
  path: '/projects/:projectId/imports/:importId/resumption',
  access,
  summary: 'Go on with a stopped or failed import where it ended',
  status: 202,
  params: importParams,
  response: importRun,
});
export const listRejections = route({
  id: 'listRejections',
  feature,
  method: 'GET',
  path: '/projects/:projectId/imports/:importId/rejections',
  access,
  summary: 'Rows that were not imported, and why',
  params: importParams,
  query: z.strictObject(pageQuery),
  response: pageOf(rejection),
});
export const downloadRejections = route({
  id: 'downloadRejections',
  feature,
  method: 'GET',
  path: '/projects/:projectId/imports/:importId/rejections.csv',
  access,
  transport: 'bytes_out',
  summary: 'The same as a CSV file',
  params: importParams,
  response: empty,
});
export const makeGold = route({
  id: 'makeGold',
  feature,
  method: 'POST',
  path: '/projects/:projectId/imports/:importId/gold',
  access: 'manage_project',
  summary: 'Turn the verdicts that came with the file into gold answers',
  params: importParams,
  body: z.strictObject({
    /** Share of the items with a verdict, 0–100. */ percent: z.number().min(0).max(100).default(100),
  }),
  response: importRun,
});

export const importRoutes = [
  startUpload,
  sendUploadBytes,
  readUpload,
  previewImport,
  startImport,
  listImports,
  readImport,
  cancelImport,
  resumeImport,
  listRejections,
  downloadRejections,
  makeGold,
] as const;
