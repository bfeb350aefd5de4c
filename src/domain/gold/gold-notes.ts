import type { GoldSettings } from './decide-serving.ts';
import type { GoldPurpose } from './gold.ts';

/** What stands in the way of gold doing its work, the gravest first. */
export const goldNotes = [
  'nothing_to_serve',
  'too_few_for_first',
  'unusable_under_rubric',
  'resting',
  'too_few_annotators',
  'none_served',
] as const;
export type GoldNote = (typeof goldNotes)[number];

export interface GoldFacts {
  readonly settings: GoldSettings;
  /** Active gold that can be used under the rubric of today and does not rest. */
  readonly servable: Readonly<Record<GoldPurpose, number>>;
  /** Active gold of which nothing can be compared any more. */
  readonly unusable: number;
  /** Active gold that is given to nobody any more: enough people had it, or it is old. */
  readonly resting: number;
  readonly annotators: number;
  readonly leastGoodPeople: number;
}

/** Says what a lead should know before trusting gold; `count` is what is missing or concerned. */
export function listGoldNotes(facts: GoldFacts): { note: GoldNote; count: number }[] {
  const { settings, servable, unusable, resting, annotators } = facts;
  const { firstTasks, firstPurpose, sharePercent, trainingPercent } = settings;
  const isServing = firstTasks > 0 || sharePercent > 0;
  const wantsTests = sharePercent > 0 && trainingPercent < 100;
  const wantsTraining = sharePercent > 0 && trainingPercent > 0;
  const isEmpty =
    (wantsTests && servable.test === 0) ||
    (wantsTraining && servable.training === 0) ||
    (firstTasks > 0 && servable[firstPurpose] === 0);
  const missing = firstTasks - servable[firstPurpose];
  return [
    ...(isServing && isEmpty ? [{ note: 'nothing_to_serve' as const, count: 0 }] : []),
    ...(isServing && !isEmpty && missing > 0 ? [{ note: 'too_few_for_first' as const, count: missing }] : []),
    ...(unusable > 0 ? [{ note: 'unusable_under_rubric' as const, count: unusable }] : []),
    ...(isServing && resting > 0 ? [{ note: 'resting' as const, count: resting }] : []),
    ...(annotators < facts.leastGoodPeople
      ? [{ note: 'too_few_annotators' as const, count: facts.leastGoodPeople - annotators }]
      : []),
    ...(!isServing && servable.test + servable.training > 0
      ? [{ note: 'none_served' as const, count: servable.test + servable.training }]
      : []),
  ];
}
