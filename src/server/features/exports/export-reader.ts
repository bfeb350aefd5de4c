import { hash } from 'node:crypto';
import type { ExportFormat, SplitName } from '#domain/exports/export-format.ts';
import type { ExportItem } from '#domain/exports/export-item.ts';
import type { SplitShares } from '#domain/exports/export-options.ts';
import { type ExportPlan, makeExportPlan } from '#domain/exports/export-plan.ts';
import { splitOf } from '#domain/exports/split-of.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { JudgedItem } from '#server/store/judgment-reading-store.ts';
import { planOptionsOf, type RequestedOptions } from './plan-options.ts';
import { createPseudonyms } from './pseudonyms.ts';

/** What an export of one project needs to make rows of items. */
export interface ExportReader {
  readonly plan: ExportPlan;
  asExportItem(item: JudgedItem): ExportItem;
  splitOf(item: JudgedItem): SplitName;
}

export function createExportReader(source: {
  readonly projectId: string;
  readonly format: ExportFormat;
  readonly options: RequestedOptions;
  readonly rubrics: ReadonlyMap<number, Rubric>;
  /** See `readPseudonymSecret`. */
  readonly secret: Buffer;
}): ExportReader {
  const options = planOptionsOf(source.options);
  const { split } = options;
  const pseudonymOf = createPseudonyms({
    secret: source.secret,
    projectId: source.projectId,
    salt: split.salt,
  });
  return {
    plan: makeExportPlan({ format: source.format, options, rubrics: source.rubrics }),
    // Written out field by field: this runs a million times, and copying objects whole is slow.
    asExportItem: (item) => ({
      itemId: item.itemId,
      promptGroup: item.promptGroup,
      prompt: item.prompt,
      responses: item.responses,
      brief: item.brief,
      dialogue: item.dialogue,
      final: item.final,
      judgments: item.judgments.map((judgment) => ({
        judgmentId: judgment.judgmentId,
        annotator: pseudonymOf(judgment.annotatorId),
        submittedAt: judgment.submittedAt,
        rubricVersion: judgment.rubricVersion,
        guidelineVersion: judgment.guidelineVersion,
        activeMs: judgment.activeMs,
        responseOrder: judgment.shownOrder.map((position) => position - 1),
        answers: judgment.answers,
        review: judgment.review,
        isGold: judgment.isGold,
        conversations: judgment.conversations,
      })),
    }),
    splitOf: dealSplits(split),
  };
}

/** Deals items to splits; items of one prompt mostly come one after the other, and hashing is slow. */
function dealSplits(split: SplitShares): (item: JudgedItem) => SplitName {
  let known: { readonly group: string; readonly split: SplitName } | null = null;
  return ({ promptGroup }) => {
    if (known?.group === promptGroup) return known.split;
    // Eight digits are 32 bits: plenty to deal groups evenly, and quicker to divide than all 256.
    const digits = hash('sha256', `${split.salt}\n${promptGroup}`, 'hex').slice(0, 8);
    known = { group: promptGroup, split: splitOf(digits, split) };
    return known.split;
  };
}
