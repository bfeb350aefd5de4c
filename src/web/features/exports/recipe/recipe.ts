import type { z } from 'zod';
import type { exportFormat, exportOptions } from '#contract/exports.ts';
import { type Criterion, criteriaOf, type Rubric } from '#domain/rubrics/rubric.ts';

export type ExportFormat = z.infer<typeof exportFormat>;
export type ExportOptions = z.infer<typeof exportOptions>;

/** What shall be exported, and how. */
export interface Recipe {
  readonly format: ExportFormat;
  readonly parquet: boolean;
  readonly options: ExportOptions;
}

export const firstRecipe: Recipe = {
  format: 'trl-preference',
  parquet: false,
  options: {
    ties: 'drop',
    margin: 'small',
    validationPercent: 5,
    testPercent: 5,
    splitSalt: 'plumbline',
    minJudgments: 1,
    minAgreement: 0,
    includeGold: false,
    ratingKey: null,
    includeModelNames: false,
    finalAnswers: true,
  },
};

export type RecipeEvent =
  | { readonly type: 'format'; readonly format: ExportFormat }
  | { readonly type: 'parquet'; readonly parquet: boolean }
  | { readonly type: 'option'; readonly change: Partial<ExportOptions> };

type Ties = ExportOptions['ties'];

const tiesByFormat: Readonly<Record<ExportFormat, readonly Ties[]>> = {
  'trl-preference': ['drop', 'separate'],
  'trl-reward': ['drop', 'separate', 'both_ways'],
  'trl-kto': ['drop'],
  'openai-dpo': ['drop'],
  'nemo-ranking': ['drop'],
  ratings: ['drop'],
  'trl-sft': ['drop'],
  'trl-prompts': ['drop'],
  'trl-stepwise': ['drop'],
  marks: ['drop'],
  conversations: ['drop'],
  annotations: ['drop'],
};

/** Formats that show single judgments, each in rows of its own. */
const oneByOne: readonly ExportFormat[] = ['trl-sft', 'trl-prompts', 'marks', 'conversations', 'annotations'];

/** What may become of ties in a format. */
export function tiesFor(format: ExportFormat): readonly Ties[] {
  return tiesByFormat[format];
}

/** The parts of a recipe that mean something in a format. */
export function partsFor(format: ExportFormat) {
  return {
    /** Several judgments become one row, so that they can be counted and compared. */
    combines: !oneByOne.includes(format),
    ties: tiesFor(format).length > 1,
    margin: format === 'trl-reward',
    models: !['openai-dpo', 'trl-sft', 'trl-prompts'].includes(format),
  };
}

/** A changed recipe; what the new format cannot hold falls back to what it can. */
export function nextRecipe(recipe: Recipe, event: RecipeEvent): Recipe {
  if (event.type === 'parquet') return { ...recipe, parquet: event.parquet };
  if (event.type === 'option') return { ...recipe, options: { ...recipe.options, ...event.change } };
  const { ties } = recipe.options;
  const fits = tiesFor(event.format).includes(ties);
  return { ...recipe, format: event.format, options: { ...recipe.options, ties: fits ? ties : 'drop' } };
}

/** The ratings that can order responses, where more than one could or no comparison does. */
export function ratingsFor(rubric: Rubric): readonly Criterion[] {
  return criteriaOf(rubric, 'response').filter(({ scale }) => scale.kind === 'rating');
}

/** What is left for training, in percent. */
export function trainPercent({ validationPercent, testPercent }: ExportOptions): number {
  return 100 - validationPercent - testPercent;
}
