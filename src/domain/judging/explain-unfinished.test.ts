import { describe, expect, it } from 'vitest';
import { noUnits } from '#domain/items/item-units.ts';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { type Answers, emptyAnswers } from './answers.ts';
import { checkAnswers } from './check-answers.ts';
import { explainUnfinished } from './explain-unfinished.ts';
import { findFirstMissing } from './missing-answers.ts';

const units = { ...noUnits, characters: { r1: 10 } };

function rubricOf(part: Pick<Criterion, 'target' | 'scale'>): Rubric {
  return {
    criteria: [{ key: 'asked', label: 'Asked', help: '', required: false, ...part }],
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
}

const marks = rubricOf({ target: 'span', scale: freshScale('marks') });
const mark = { id: 'm1', unitId: 'r1', start: 0, end: 4, label: 'logic', severity: 'minor' };
const writing = rubricOf({
  target: 'task',
  scale: { ...freshScale('writing'), rules: { ...freshScale('writing').rules, minWords: 3 } },
});

const cases: readonly [name: string, rubric: Rubric, answers: Partial<Answers>, message: RegExp | null][] = [
  ['a mark that says all', marks, { span: { asked: [mark] } }, null],
  ['nothing to mark', marks, { span: { asked: [] } }, null],
  ['no answer to what is optional', marks, {}, null],
  ['a mark without a type', marks, { span: { asked: [{ ...mark, label: '' }] } }, /what kind of mark/],
  [
    'a mark without its severity',
    marks,
    { span: { asked: [{ ...mark, severity: undefined }] } },
    /how grave/,
  ],
  [
    'a text that keeps to its rules',
    writing,
    { writing: { asked: { text: 'a b c', editedFrom: null } } },
    null,
  ],
  [
    'a text that is too short',
    writing,
    { writing: { asked: { text: 'a b', editedFrom: null } } },
    /at least 3 are wanted/,
  ],
];

describe('what was begun and is not finished', () => {
  it.each(cases)('%s', (_, rubric, part, message) => {
    const state = { rubric, responseIds: ['r1'], units, answers: { ...emptyAnswers, ...part } };
    const missing = findFirstMissing(state);
    expect(missing === undefined).toBe(message === null);
    if (missing !== undefined) expect(explainUnfinished(missing, state)).toMatch(message ?? /^$/);
    // The screen and the server must not differ in what can be submitted.
    expect(checkAnswers({ ...state, purpose: 'submission' })).toHaveLength(message === null ? 0 : 1);
  });
});
