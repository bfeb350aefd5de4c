import type { z } from 'zod';
import type { goldDetail, goldRow } from '#contract/gold-records.ts';
import { explainFit } from '#domain/gold/explain-fit.ts';
import { accuracyOf } from '#domain/gold/person-accuracy.ts';
import type { ItemContent } from '#domain/items/item.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { lineOf } from '#domain/text/line-of.ts';
import type { StoredGold } from '#server/store/gold-reading-store.ts';

export type GoldRow = z.infer<typeof goldRow>;
export type GoldDetail = z.infer<typeof goldDetail>;

/** A gold without its answers, held against the rubric of today. */
export function presentGoldRow(gold: StoredGold, rubric: { made: Rubric; now: Rubric }): GoldRow {
  const { isUsable, unusable } = explainFit({ answers: gold.answers, rubric: rubric.made }, rubric.now);
  return {
    itemId: gold.itemId,
    promptPreview: lineOf(gold.promptStart ?? ''),
    state: gold.state,
    source: gold.source,
    purpose: gold.purpose,
    difficulty: gold.difficulty,
    concepts: gold.concepts,
    madeBy: { personId: gold.createdBy, name: gold.createdByName },
    createdAt: gold.createdAt.toISOString(),
    revision: gold.revision,
    served: gold.served,
    answered: gold.answered,
    skipped: gold.skipped,
    accuracy: accuracyOf(gold),
    suspicion: gold.suspicion,
    isWrong: gold.isWrong,
    isUsable,
    unusable: [...unusable],
  };
}

export function presentGoldDetail(
  gold: StoredGold,
  { content, ...rubric }: { content: ItemContent; made: Rubric; now: Rubric },
): GoldDetail {
  return {
    ...presentGoldRow(gold, rubric),
    prompt: [...content.prompt],
    responses: content.responses.map(({ model: _model, ...response }) => response),
    answers: gold.answers as GoldDetail['answers'],
    tolerances: gold.tolerances,
    explanations: gold.explanations,
    rubricVersion: gold.rubricVersion,
  };
}
