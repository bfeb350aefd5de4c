import type { Answers } from '#domain/judging/answers.ts';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { overallPreference } from '#domain/rubrics/overall-preference.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportItem, ExportJudgment } from './export-item.ts';
import type { ExportOptions } from './export-options.ts';
import { defaultExportOptions } from './export-options.ts';
import type { ExportPlan } from './export-plan.ts';
import { makeExportPlan } from './export-plan.ts';

const overall = overallPreference;
const helpfulness: Criterion = {
  key: 'helpfulness',
  label: 'Helpfulness',
  help: '',
  target: 'response',
  scale: { kind: 'rating', min: 0, max: 4, anchors: [] },
  required: true,
};
const bare = { justification: { ask: 'off', minCharacters: 0 }, confidence: 'off' } as const;

export const pairRubric: Rubric = { ...bare, criteria: [overall], overallKey: 'overall' };
export const ratingRubric: Rubric = { ...bare, criteria: [helpfulness], overallKey: null };
export const bothRubric: Rubric = { ...bare, criteria: [overall, helpfulness], overallKey: 'overall' };
/** Four strengths without a tie, under the same key. */
export const llamaRubric: Rubric = {
  ...pairRubric,
  criteria: [
    { ...overall, scale: { kind: 'preference', steps: 4, tie: false, bothBad: false, anchors: [] } },
  ],
};

export function planFor(
  format: ExportFormat,
  { rubric = pairRubric, ...options }: Partial<ExportOptions> & { rubric?: Rubric } = {},
): ExportPlan {
  return makeExportPlan({
    format,
    options: { ...defaultExportOptions, ...options },
    rubrics: new Map([[1, rubric]]),
  });
}

/** A vote in short: -2 = the first response by two steps, 3 = the second by three, 0 = tie, 'x' = both bad. */
export type Vote = number | 'x';

export function voteAnswers(vote: Vote): Answers {
  if (vote === 'x') return { ...emptyAnswers, pair: { overall: { verdict: 'both_bad' } } };
  if (vote === 0) return { ...emptyAnswers, pair: { overall: { verdict: 'tie' } } };
  const responseId = vote < 0 ? 'r1' : 'r2';
  return { ...emptyAnswers, pair: { overall: { verdict: 'prefers', responseId, strength: Math.abs(vote) } } };
}

/** Ratings of r1, r2, … by one annotator. */
export function ratingAnswers(...ratings: number[]): Answers {
  const byResponse = Object.fromEntries(ratings.map((rating, index) => [`r${index + 1}`, rating]));
  return { ...emptyAnswers, response: { helpfulness: byResponse } };
}

export function judge(answers: readonly Answers[], rubricVersion = 1): ExportJudgment[] {
  return answers.map((given, index) => ({
    judgmentId: `j${index + 1}`,
    annotator: `annotator-${index + 1}`,
    submittedAt: '2026-03-01T10:00:00.000Z',
    rubricVersion,
    guidelineVersion: 1,
    activeMs: 12_000,
    responseOrder: [1, 0],
    answers: given,
    review: null,
    isGold: false,
  }));
}

export function itemWith(answers: readonly Answers[], change: Partial<ExportItem> = {}): ExportItem {
  return {
    itemId: 'i1',
    promptGroup: 'abc123',
    prompt: [{ role: 'user', content: 'Why is ice slippery?' }],
    responses: [
      { id: 'r1', text: 'A thin film of water.', model: 'model-a' },
      { id: 'r2', text: 'It is cold.', model: 'model-b' },
    ],
    judgments: judge(answers),
    ...change,
  };
}
