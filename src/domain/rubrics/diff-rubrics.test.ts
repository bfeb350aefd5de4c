import { describe, expect, test } from 'vitest';
import { diffRubrics } from './diff-rubrics.ts';
import { freshAttackChat, freshScale } from './fresh-scale.ts';
import type { Criterion, Rubric } from './rubric.ts';
import type { Scale } from './scale.ts';

const overall: Criterion = {
  key: 'overall',
  label: 'Overall',
  help: 'Choose.',
  target: 'pair',
  scale: {
    kind: 'preference',
    steps: 3,
    tie: true,
    bothBad: false,
    anchors: [{ value: 1, label: 'Slightly' }],
  },
  required: true,
};
const clarity: Criterion = {
  key: 'clarity',
  label: 'Clarity',
  help: '',
  target: 'response',
  scale: { kind: 'rating', min: 0, max: 4, anchors: [] },
  required: false,
};
const base: Rubric = {
  criteria: [overall, clarity],
  overallKey: 'overall',
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};

const choice = freshScale('choice');
const changeOverall = (change: Partial<Criterion>): Rubric => ({
  ...base,
  criteria: [{ ...overall, ...change }, clarity],
});
const changeScale = (change: object) =>
  changeOverall({ scale: { ...overall.scale, ...change } as Criterion['scale'] });

describe('diffRubrics', () => {
  test.each<[string, Rubric, string[]]>([
    ['nothing', base, []],
    ['a removed criterion', { ...base, criteria: [overall] }, ['“Clarity” is no longer asked.']],
    [
      'an added criterion',
      { ...base, criteria: [overall, clarity, { ...clarity, key: 'tone', label: 'Tone', required: true }] },
      ['“Tone” is new and required.'],
    ],
    [
      'another order',
      { ...base, criteria: [clarity, overall] },
      ['The criteria are asked in another order.'],
    ],
    ['a new name', changeOverall({ label: 'Verdict' }), ['“Overall” is now called “Verdict”.']],
    ['a new help text', changeOverall({ help: 'Pick.' }), ['The help of “Overall” is worded anew.']],
    ['an optional criterion', changeOverall({ required: false }), ['“Overall” is now optional.']],
    [
      'another scale',
      changeScale({ steps: 4, tie: false }),
      ['The scale of “Overall” goes from 3 strengths a side with a tie to 4 strengths a side without a tie.'],
    ],
    [
      'another anchor',
      changeScale({ anchors: [{ value: 1, label: 'A little' }] }),
      ['“Overall”: strength 1 is called “A little” instead of “Slightly”.'],
    ],
    [
      'an anchor described',
      changeScale({ anchors: [{ value: 1, label: 'Slightly', help: 'By a hair.' }] }),
      ['“Overall”: the description of strength 1 is worded anew.'],
    ],
    [
      'an anchor taken away',
      changeScale({ anchors: [] }),
      ['“Overall”: strength 1 is no longer named “Slightly”.'],
    ],
    [
      'another justification',
      { ...base, justification: { ask: 'required', minCharacters: 20 } },
      ['A justification is now required.', 'The shortest justification goes from 0 to 20 characters.'],
    ],
    [
      'conflict asked',
      { ...base, conflict: 'required' },
      ['Which criteria were in conflict is now required.'],
    ],
    [
      'an answer less',
      { ...base, unsettled: false },
      ['“The rubric does not settle this” is no longer an answer.'],
    ],
    ['what was implied said', { ...base, conflict: 'off', unsettled: true }, []],
    ['confidence asked', { ...base, confidence: 'optional' }, ['Confidence is now optional.']],
  ])('says %s', (_name, after, texts) => {
    expect(diffRubrics(base, after).map((change) => change.text)).toEqual(texts);
  });

  test.each<[string, Scale, Scale, string]>([
    [
      'another order of options',
      choice,
      { ...choice, options: choice.options.toReversed() },
      'The options of “Clarity” stand in another order.',
    ],
    [
      'another name of an end',
      freshScale('slider'),
      { ...freshScale('slider'), lowLabel: 'Never' },
      'The scale of “Clarity” goes from a slider from 0 (“Not at all”) to 100 (“Entirely”) in steps of 1 to a slider from 0 (“Never”) to 100 (“Entirely”) in steps of 1.',
    ],
    [
      'another severity',
      freshScale('marks'),
      {
        ...freshScale('marks'),
        severities: freshScale('marks').severities.with(0, { key: 'minor', label: 'Tiny' }),
      },
      '“Clarity”: severity minor is called “Tiny” instead of “Minor”.',
    ],
    [
      'another technique of attack',
      freshAttackChat,
      {
        ...freshAttackChat,
        attack: { ...freshAttackChat.attack, harms: freshAttackChat.attack.harms.slice(1) },
      },
      '“Clarity”: harm violence is no longer named “Violence and weapons”.',
    ],
  ])('says %s', (_name, before, after, text) => {
    const asked = (scale: Scale): Rubric => ({ ...base, criteria: [overall, { ...clarity, scale }] });
    expect(diffRubrics(asked(before), asked(after)).map((change) => change.text)).toContain(text);
  });

  describe('of a condition', () => {
    const depending = (condition: Criterion['condition']): Rubric => ({
      ...base,
      criteria: [overall, { ...clarity, condition }],
    });
    const tie = { criterionKey: 'overall', test: { kind: 'one_of', values: ['tie'] } } as const;
    const texts = (before: Criterion['condition'], after: Criterion['condition']) =>
      diffRubrics(depending(before), depending(after)).map((change) => change.text);

    test.each<[string, Criterion['condition'], Criterion['condition'], string[]]>([
      ['a new one', undefined, tie, ['“Clarity” is asked on another condition.']],
      ['one that is gone', tie, undefined, ['“Clarity” is now asked always.']],
      [
        'another test',
        tie,
        { ...tie, test: { kind: 'answered' } },
        ['“Clarity” is asked on another condition.'],
      ],
      [
        'nothing where only fields are reordered',
        tie,
        {
          test: { values: ['tie'], kind: 'one_of' },
          criterionKey: 'overall',
        },
        [],
      ],
    ])('says %s', (_name, before, after, expected) => {
      expect(texts(before, after)).toEqual(expected);
    });
  });

  test('names the criterion that an act concerns', () => {
    expect(diffRubrics(base, { ...base, criteria: [overall] })).toEqual([
      { kind: 'removed', criterionKey: 'clarity', text: '“Clarity” is no longer asked.' },
    ]);
  });
});
