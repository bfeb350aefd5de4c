import type { z } from 'zod';
import type { importPreview } from '#contract/imports.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { expandPairs, type PairExpansion } from '#domain/imports/expand-pairs.ts';
import { explainMisfit, type ResponseRange } from '#domain/imports/fit-responses.ts';
import type { ImportFormat } from '#domain/imports/format.ts';
import type { ColumnMapping } from '#domain/imports/mapping.ts';
import { inNeutralOrder } from '#domain/imports/neutral-order.ts';
import type { Normalised } from '#domain/imports/normaliser.ts';
import type { SourceItem } from '#domain/imports/source-item.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import { comparesPairs } from '#domain/rubrics/rubric.ts';
import { anyNumber, responsesNeeded } from '#domain/rubrics/validate-together.ts';
import type { Services } from '#server/services/services.ts';
import { findImportProject } from '#server/store/import-store.ts';
import { toWireMapping } from './column-mapping.ts';
import { describeVerdict } from './describe-verdict.ts';
import { examineFile } from './examine-file.ts';
import { readProjectMedia } from './project-media.ts';
import { readCompleteUpload } from './start-upload.ts';
import { uploadPath } from './upload-files.ts';

type Preview = z.infer<typeof importPreview>;

const shownRows = 20;

/** Shows what an import would make of the first rows. Nothing is written. */
export async function previewImport(
  services: Services,
  input: {
    projectId: string;
    uploadId: string;
    format?: ImportFormat | undefined;
    mapping?: ColumnMapping | undefined;
    pairs: PairExpansion;
  },
): Promise<Preview | HttpRefusal> {
  const found = await readCompleteUpload(services, input);
  if (isRefusal(found)) return found;
  const findAttachment = await readProjectMedia(services, input.projectId);
  const examined = await examineFile(uploadPath(services, found.upload.id), { ...input, findAttachment });
  if (isRefusal(examined)) return examined;
  const project = await findImportProject(services.database.kysely, input.projectId);
  const rubric = project?.rubric ?? null;
  const { preview, detected, format, mapping, mappingProblem } = examined;
  const outcomes = mappingProblem ? [] : preview.outcomes;
  const pairsNeeded = rubric !== null && comparesPairs(rubric);
  const range = rubric === null ? anyNumber : responsesNeeded(rubric);
  const sorted = sortOutcomes(outcomes, { pairs: pairsNeeded ? input.pairs : null, range });
  return {
    format,
    reason: format === detected.format ? detected.reason : 'Chosen by you.',
    fileKind: preview.kind,
    gzip: preview.gzip,
    columns: [...detected.columns],
    mapping: mapping && toWireMapping(mapping),
    rows: sorted.items.slice(0, shownRows).map(({ line, item }) => presentRow(line, item)),
    rejections: sorted.rejections,
    mismatch: pairsNeeded ? explainMismatch(outcomes) : null,
  };
}

interface Sorted {
  readonly items: { readonly line: number; readonly item: SourceItem }[];
  readonly rejections: Preview['rejections'];
}

function sortOutcomes(
  outcomes: readonly Normalised[],
  { pairs, range }: { pairs: PairExpansion | null; range: ResponseRange },
): Sorted {
  const sorted: Sorted = { items: [], rejections: [] };
  for (const outcome of outcomes) {
    const { line } = outcome;
    const { items, rejections } =
      'rejection' in outcome
        ? { items: [], rejections: [outcome.rejection] }
        : pairs
          ? expandPairs(outcome.item, pairs)
          : { items: [outcome.item], rejections: [] };
    const misfits = items.flatMap((item) => explainMisfit(item, range) ?? []);
    const fitting = items.filter((item) => explainMisfit(item, range) === null);
    sorted.items.push(...fitting.map((item) => ({ line, item: inNeutralOrder(item) })));
    sorted.rejections.push(
      ...[...rejections, ...misfits].map(({ field, code, message }) => ({
        line,
        field: field === '' ? null : field,
        code,
        message,
      })),
    );
  }
  return sorted;
}

function presentRow(line: number, { content, verdict }: SourceItem): Preview['rows'][number] {
  const { prompt, responses } = content;
  return {
    line,
    prompt: prompt.map((message) => ({ role: message.role, content: message.content })),
    responses: responses.map(({ id, text, model }) => ({ id, text, model: model ?? null })),
    verdict: describeVerdict(
      verdict,
      responses.map(({ id }) => id),
    ),
  };
}

/** Single odd rows are rejected one by one; this is about files that do not fit at all. */
function explainMismatch(outcomes: readonly Normalised[]): string | null {
  const items = outcomes.flatMap((outcome) => ('item' in outcome ? [outcome.item] : []));
  if (items.length === 0 || items.some((item) => item.content.responses.length >= 2)) return null;
  return "The project's rubric compares two responses, and the rows of this file have one: choose another file, or a rubric that asks about single responses.";
}
