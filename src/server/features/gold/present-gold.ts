import type { z } from 'zod';
import type { goldDetail, goldRow } from '#contract/gold-records.ts';
import type { GoldSettings } from '#domain/gold/decide-serving.ts';
import { explainFit } from '#domain/gold/explain-fit.ts';
import { accuracyOf } from '#domain/gold/person-accuracy.ts';
import { restOf } from '#domain/gold/rest.ts';
import type { ItemContent } from '#domain/items/item.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { lineOf } from '#domain/text/line-of.ts';
import type { StoredGold } from '#server/store/gold-reading-store.ts';

export type GoldRow = z.infer<typeof goldRow>;
export type GoldDetail = z.infer<typeof goldDetail>;

/** What a gold is held against. */
interface Today {
  /** The rubric under which it was made, and that of today. */
  readonly made: Rubric;
  readonly now: Rubric;
  readonly settings: GoldSettings;
  readonly at: Date;
}

/** A gold without its answers, held against the rubric of today. */
export function presentGoldRow(gold: StoredGold, { settings, at, ...rubric }: Today): GoldRow {
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
    people: gold.people,
    servedSince: gold.servedSince?.toISOString() ?? null,
    rest: gold.state === 'active' ? restOf(gold, settings, at) : null,
    accuracy: accuracyOf(gold),
    suspicion: gold.suspicion,
    isWrong: gold.isWrong,
    isUsable,
    unusable: [...unusable],
  };
}

export function presentGoldDetail(
  gold: StoredGold,
  { content, ...today }: Today & { readonly content: ItemContent },
): GoldDetail {
  return {
    ...presentGoldRow(gold, today),
    prompt: [...content.prompt],
    responses: content.responses.map(({ model: _model, ...response }) => response),
    answers: gold.answers as GoldDetail['answers'],
    tolerances: gold.tolerances,
    explanations: gold.explanations,
    rubricVersion: gold.rubricVersion,
  };
}
