import { describe, expect, test } from 'vitest';
import type { ItemUnits } from '#domain/items/item-units.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { Answers } from './answers.ts';
import { emptyAnswers } from './answers.ts';
import { fullAnswers, fullRubric } from './judging-rubric.fixture.ts';
import {
  findFirstMissing,
  isControlAnswered,
  listControls,
  listMissingAnswers,
  unitIdOf,
} from './missing-answers.ts';

const responseIds = ['r2', 'r1'];
const { confidence: _confidence, ...withoutConfidence } = fullAnswers;
const relaxed: Rubric = {
  ...fullRubric,
  criteria: fullRubric.criteria.map((criterion) => ({ ...criterion, required: false })),
  justification: { ask: 'optional', minCharacters: 50 },
  confidence: 'optional',
};

describe('findFirstMissing', () => {
  test.each<[string, Answers, unknown]>([
    ['the pair first', emptyAnswers, { kind: 'pair', criterionKey: 'overall' }],
    [
      'then the first response on screen',
      { ...emptyAnswers, pair: fullAnswers.pair },
      { kind: 'response', criterionKey: 'helpful', responseId: 'r2' },
    ],
    [
      'then the second',
      { ...fullAnswers, response: { helpful: { r2: 1 } } },
      { kind: 'response', criterionKey: 'helpful', responseId: 'r1' },
    ],
    ['then the task', { ...fullAnswers, task: {} }, { kind: 'task', criterionKey: 'topic' }],
    ['then the justification', { ...fullAnswers, justification: 'abc' }, { kind: 'justification' }],
    ['then the confidence', withoutConfidence, { kind: 'confidence' }],
    ['nothing when all is said', fullAnswers, undefined],
  ])('names %s', (_name, answers, expected) => {
    expect(findFirstMissing({ rubric: fullRubric, responseIds, answers })).toEqual(expected);
  });
});

describe('listMissingAnswers', () => {
  test('lists everything that is required, as the eye moves', () => {
    const controls = listMissingAnswers({ rubric: fullRubric, responseIds, answers: emptyAnswers });
    expect(controls).toEqual(listControls({ rubric: fullRubric, responseIds }));
    expect(controls).toHaveLength(6);
  });

  test('asks for nothing that is optional', () => {
    expect(listMissingAnswers({ rubric: relaxed, responseIds, answers: emptyAnswers })).toEqual([]);
  });

  test('does not take an inherited property for an answer', () => {
    const criteria = fullRubric.criteria
      .map((criterion) => ({ ...criterion, key: 'constructor' }))
      .slice(1, 2);
    const rubric = { ...relaxed, criteria: criteria.map((criterion) => ({ ...criterion, required: true })) };
    expect(listMissingAnswers({ rubric, responseIds, answers: emptyAnswers })).toHaveLength(2);
  });
});

const options = ['a', 'b', 'c'].map((key) => ({ key, label: key }));
const scales: Record<string, [Criterion['target'], Scale]> = {
  topic: ['task', { kind: 'choices', options, atLeast: 2, atMost: 3 }],
  order: ['ranking', { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: true }],
  ends: ['ranking', { kind: 'ranking', mode: 'best_worst', ties: false, allBad: false, unrankable: false }],
  note: ['response', { kind: 'text', minCharacters: 3, maxCharacters: 9 }],
  step: ['step', { kind: 'step_label', neutral: true, stopAtFirstError: true }],
  turn: ['turn', { kind: 'rating', min: 1, max: 5, anchors: [] }],
  place: ['region', { kind: 'regions', shapes: ['box'], labels: options, note: 'off' }],
  error: [
    'span',
    {
      kind: 'marks',
      types: options,
      severities: [],
      explanation: 'off',
      correction: 'off',
      wholeResponse: true,
    },
  ],
  code: ['response', { kind: 'run' }],
  text: [
    'task',
    {
      kind: 'writing',
      purpose: 'reference',
      start: 'either',
      rules: { minWords: 0, maxWords: 0, format: 'any', tone: [], mustInclude: [], mustNotInclude: [] },
    },
  ],
};

/** Asks the named criteria in this order, and about conflicts. */
function asking(keys: readonly string[], required = true): Rubric {
  const criteria = keys.flatMap((key): Criterion[] => {
    const found = scales[key];
    return found === undefined
      ? []
      : [{ key, label: key, help: '', target: found[0], scale: found[1], required }];
  });
  const conflict = required ? 'required' : 'optional';
  return {
    criteria,
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
    conflict,
  };
}
const units: ItemUnits = {
  turnIds: ['t2'],
  stepIds: ['r1.s1', 'r1.s2', 'r2.s1'],
  characters: {},
  mediaIds: [],
};

describe('the controls of all kinds', () => {
  test('come as the eye goes, whatever the order of the rubric', () => {
    const names = listControls({ rubric: asking(Object.keys(scales)), responseIds, units }).map((control) =>
      [control.kind, unitIdOf(control)].filter((part) => part !== null).join(' '),
    );
    expect(names).toEqual([
      'writing',
      'run r2',
      'run r1',
      'turn t2',
      'step r2.s1',
      'step r1.s1',
      'step r1.s2',
      'span',
      'ranking',
      'ranking',
      'response r2',
      'response r1',
      'task',
      'region',
      'conflict',
    ]);
  });

  test('end, with answers, at the first error of a solution', () => {
    const answers: Answers = { ...emptyAnswers, step: { step: { 'r1.s1': 'bad' } } };
    const ids = listControls({ rubric: asking(['step']), responseIds, units, answers }).map(unitIdOf);
    expect(ids).toEqual(['r2.s1', 'r1.s1', null]);
  });

  test.each<[string, string, Partial<Answers>, boolean]>([
    [
      'a ranking of all',
      'order',
      { ranking: { order: { verdict: 'ranked', groups: [['r1', 'r2']] } } },
      true,
    ],
    ['half a ranking', 'order', { ranking: { order: { verdict: 'ranked', groups: [['r1']] } } }, false],
    ['"all bad"', 'order', { ranking: { order: { verdict: 'all_bad' } } }, true],
    [
      'best and worst',
      'ends',
      { ranking: { ends: { verdict: 'best_worst', best: 'r1', worst: 'r2' } } },
      true,
    ],
    [
      'the best alone',
      'ends',
      { ranking: { ends: { verdict: 'best_worst', best: 'r1', worst: null } } },
      false,
    ],
    ['enough options', 'topic', { task: { topic: ['a', 'b'] } }, true],
    ['too few options', 'topic', { task: { topic: ['a'] } }, false],
    ['a text that is long enough', 'note', { response: { note: { r2: 'abc' } } }, true],
    ['a text that is too short', 'note', { response: { note: { r2: 'ab' } } }, false],
    ['nothing to mark', 'error', { span: { error: [] } }, true],
    ['no word about marks', 'error', {}, false],
    ['no places', 'place', { region: { place: [] } }, true],
    ['a run', 'code', { runs: { code: { r2: [{} as never] } } }, true],
    ['no run', 'code', { runs: { code: { r2: [] } } }, false],
    ['a text', 'text', { writing: { text: { text: 'x', editedFrom: null } } }, true],
    ['a blank text', 'text', { writing: { text: { text: ' ', editedFrom: null } } }, false],
    ['what the rubric does not settle', 'order', { unsettled: { order: { section: '', note: 'x' } } }, true],
  ])('%s: answered or not', (_name, key, change, expected) => {
    const rubric = asking([key]);
    const [control] = listControls({ rubric, responseIds, units });
    const answers = { ...emptyAnswers, ...change };
    expect(control && isControlAnswered(control, { rubric, responseIds, units, answers })).toBe(expected);
  });

  test.each<[string, Partial<Answers>, string | undefined]>([
    ['half a ranking', { ranking: { order: { verdict: 'ranked', groups: [['r1']] } } }, 'ranking'],
    ['too few options', { task: { topic: ['a'] } }, 'task'],
    ['too short a text', { response: { note: { r1: 'ab' } } }, 'response'],
    ['a conflict of one', { conflict: { criterionKeys: ['note'], wonKey: null } }, 'conflict'],
    ['spaces', { response: { note: { r1: '  ' } } }, undefined],
    ['no conflict', { conflict: { criterionKeys: [], wonKey: null } }, undefined],
    ['nothing', {}, undefined],
  ])('what need not be begun must be finished once it is: %s', (_name, change, kind) => {
    const rubric = asking(['order', 'topic', 'note'], false);
    const answers = { ...emptyAnswers, ...change };
    expect(findFirstMissing({ rubric, responseIds, answers })?.kind).toBe(kind);
  });
});
