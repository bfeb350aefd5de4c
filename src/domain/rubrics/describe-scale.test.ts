import { expect, test } from 'vitest';
import { describeScale } from './describe-scale.ts';
import { freshAttackChat, freshScale } from './fresh-scale.ts';
import type { Scale } from './scale.ts';

const ranking = freshScale('ranking');
const number = freshScale('number');
const writing = freshScale('writing');

test.each<[Scale, string]>([
  [freshScale('preference'), '3 strengths a side with a tie'],
  [{ ...freshScale('preference'), steps: 1, tie: false }, '1 strength a side without a tie'],
  [{ ...freshScale('preference'), bothBad: true }, '3 strengths a side with a tie and “both bad”'],
  [ranking, 'a ranking of all responses with ties and “all bad”'],
  [{ ...ranking, mode: 'best_worst', ties: false, allBad: false }, 'the best and the worst response'],
  [freshScale('rating'), 'a rating from 1 to 5'],
  [freshScale('choice'), 'a choice of 2'],
  [freshScale('choices'), '0 to 2 of 2 options'],
  [number, 'a number from 0 to 100'],
  [{ ...number, decimals: 2, unit: '%' }, 'a number from 0 to 100 % with 2 decimals'],
  [freshScale('slider'), 'a slider from 0 (“Not at all”) to 100 (“Entirely”) in steps of 1'],
  [freshScale('text'), 'a text of 0 to 2000 characters'],
  [
    freshScale('marks'),
    'marks of 11 types with 3 severities, explanation optional, correction optional, also on whole responses',
  ],
  [freshScale('claims'), 'claims with 3 verdicts, source optional, note optional'],
  [freshScale('regions'), 'regions (box, polygon, time) with 1 labels, note optional'],
  [freshScale('step_label'), 'good, neutral or bad'],
  [{ kind: 'step_label', neutral: false, stopAtFirstError: true }, 'good or bad up to the first error'],
  [writing, 'a reference response from scratch or by editing: at least 1 words'],
  [
    {
      ...writing,
      purpose: 'prompt',
      start: 'blank',
      rules: {
        minWords: 0,
        maxWords: 50,
        format: 'json',
        tone: ['no_apology'],
        mustInclude: ['why'],
        mustNotInclude: ['As an AI'],
      },
    },
    'a prompt from scratch: at most 50 words, as JSON, no apologies, with “why”, without “As an AI”',
  ],
  [freshScale('run'), 'a run of the code'],
  [freshScale('chat'), 'a live chat with 2 models over 3 to 12 turns, each turn chosen'],
  [
    { ...freshAttackChat, models: 1 },
    'a live chat with 1 model over 3 to 12 turns, each turn unjudged, as attacks',
  ],
])('%o is described as %s', (scale, words) => {
  expect(describeScale(scale)).toBe(words);
});
