import { describe, expect, test } from 'vitest';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { ChoicesScale, NumberScale, Scale, SliderScale, TextScale } from '#domain/rubrics/scale.ts';
import type { ScaleValue } from './answers.ts';
import { explainCriterionValue, explainValue } from './check-value.ts';

const options = ['a', 'b', 'c'].map((key) => ({ key, label: key }));
const choices: ChoicesScale = { kind: 'choices', options, atLeast: 1, atMost: 2 };
const number: NumberScale = { kind: 'number', min: -1, max: 10, decimals: 1, unit: '%' };
const slider: SliderScale = { kind: 'slider', min: 0, max: 1, step: 0.1, lowLabel: '', highLabel: '' };
const text: TextScale = { kind: 'text', minCharacters: 3, maxCharacters: 5 };
const step: Scale = { kind: 'step_label', neutral: false, stopAtFirstError: true };

describe('a value', () => {
  test.each<[string, ScaleValue, Scale]>([
    ['two of three options', ['a', 'c'], choices],
    ['none of the options, where none will do', [], { ...choices, atLeast: 0 }],
    ['the smallest number', -1, number],
    ['a number with as many decimals', 2.5, number],
    ['three steps of a tenth', 0.3, slider],
    ['the end of a line', 1, slider],
    ['a text of the shortest length', 'abc', text],
    ['a text of emojis, each counted once', '😀😀😀😀😀', text],
    ['a bad step', 'bad', step],
    ['a neutral step', 'neutral', { ...step, neutral: true } as Scale],
  ])('%s fits', (_name, value, scale) => {
    expect(explainValue(value, scale, 'submission')).toBeNull();
  });

  test.each<[string, ScaleValue, Scale, RegExp]>([
    ['an option that is not there', ['a', 'z'], choices, /must be a list of a, b, c/],
    ['one option outside of a list', 'a', choices, /must be a list/],
    ['an option twice', ['a', 'a'], choices, /twice/],
    ['too many options', ['a', 'b', 'c'], choices, /At most 2/],
    ['a number beyond the range', 11, number, /from -1 to 10/],
    ['no number at all', Number.NaN, number, /must be a number/],
    ['a number as text', '5', number, /must be a number/],
    ['more decimals than asked for', 0.25, number, /at most 1 digits/],
    ['decimals where none are asked for', 0.5, { ...number, decimals: 0 }, /whole number/],
    ['a place between two steps', 0.25, slider, /in steps of 0.1/],
    ['a place beyond the line', 1.1, slider, /from 0 to 1/],
    ['a text that is too long', 'abcdef', text, /at most 5/],
    ['a broken character', 'ab\uD800', text, /broken character/],
    ['a number as a text', 5, text, /must be a text/],
    ['a neutral step where there is none', 'neutral', step, /good, bad/],
    [
      'a value on a preference',
      1,
      { kind: 'preference', steps: 1, tie: false, bothBad: false, anchors: [] },
      /no value/,
    ],
    ['a value on a run', 1, { kind: 'run' }, /no value/],
  ])('%s is refused, also as a draft', (_name, value, scale, message) => {
    expect(explainValue(value, scale, 'submission')).toMatch(message);
    expect(explainValue(value, scale, 'draft')).toMatch(message);
  });

  test.each<[string, ScaleValue, Scale, RegExp]>([
    ['too few options', ['a'], { ...choices, atLeast: 2 }, /At least 2/],
    ['too few words', 'ab', text, /at least 3/],
    ['spaces instead of words', '     ', text, /at least 3/],
  ])('%s will do for a draft, not for a submission', (_name, value, scale, message) => {
    expect(explainValue(value, scale, 'draft')).toBeNull();
    expect(explainValue(value, scale, 'submission')).toMatch(message);
  });

  test.each([
    [true, null],
    [false, expect.stringContaining('not applicable')],
    [undefined, expect.stringContaining('not applicable')],
  ])('"not applicable" is an answer where it is allowed: %s', (allowNotApplicable, expected) => {
    const criterion: Criterion = {
      key: 'k',
      label: 'K',
      help: '',
      target: 'task',
      scale: number,
      required: true,
      allowNotApplicable,
    };
    expect(explainCriterionValue(null, { criterion, purpose: 'submission' })).toEqual(expected);
  });
});
