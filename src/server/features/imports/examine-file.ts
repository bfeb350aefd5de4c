import type { HttpRefusal } from '#contract/refusals.ts';
import type { DetectedFormat } from '#domain/imports/detect-format.ts';
import type { ImportFormat } from '#domain/imports/format.ts';
import type { JsonRecord } from '#domain/imports/json-record.ts';
import type { ColumnMapping } from '#domain/imports/mapping.ts';
import type { FindAttachment } from '#domain/imports/normalise-tasks.ts';
import { suggestMapping } from '#domain/imports/suggest-mapping.ts';
import { validateMapping } from '#domain/imports/validate-mapping.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { type FilePreview, previewFile } from '#server/reading/preview-file.ts';
import { UnreadableFile } from '#server/reading/unreadable-file.ts';
import { isMissingFile } from './upload-files.ts';

/** Rows looked at to tell the format and to warn early. */
const examinedRows = 200;

export interface ExaminedFile {
  readonly preview: FilePreview;
  readonly detected: DetectedFormat;
  readonly format: ImportFormat;
  /** For the format "generic": what was chosen, or a guess. */
  readonly mapping: ColumnMapping | null;
  /** Why that mapping cannot be used; null where it can. */
  readonly mappingProblem: HttpRefusal | null;
}

/** Looks at the first rows of an uploaded file with a person's choices, or says why it cannot be read. */
export async function examineFile(
  path: string,
  choices: {
    format?: ImportFormat | undefined;
    mapping?: ColumnMapping | undefined;
    findAttachment?: FindAttachment | undefined;
  },
): Promise<ExaminedFile | HttpRefusal> {
  try {
    const chosen = choices.format ?? (choices.mapping ? 'generic' : undefined);
    const preview = await previewFile({ ...choices, path, rows: examinedRows, format: chosen });
    const { detected } = preview;
    const format = chosen ?? detected.format;
    if (format !== 'generic') return { preview, detected, format, mapping: null, mappingProblem: null };
    const records = preview.entries.flatMap((entry): JsonRecord[] =>
      'record' in entry ? [entry.record] : [],
    );
    const mapping = choices.mapping ?? detected.mapping ?? suggestMapping(detected.columns, records);
    return { preview, detected, format, mapping, mappingProblem: explainMapping(mapping, detected.columns) };
  } catch (error) {
    if (error instanceof UnreadableFile)
      return refuse('file_unreadable', error.message, { details: { reason: error.code } });
    if (isMissingFile(error))
      return refuse('upload_gone', 'The uploaded file is no longer on the server: upload it again.');
    throw error;
  }
}

function explainMapping(mapping: ColumnMapping, columns: readonly string[]): HttpRefusal | null {
  const places = validateMapping(mapping, columns);
  const first = places[0];
  return first ? refuse('mapping_invalid', first.message, { places }) : null;
}
