import { describe, expect, test } from 'vitest';
import type { Criterion, Rubric } from './rubric.ts';
import { validateRubric } from './validate-rubric.ts';

const overall: Criterion = {
  key: 'overall',
  label: 'Overall',
  help: '',
  target: 'pair',
  scale: { kind: 'preference', steps: 3, tie: true, bothBad: true, anchors: [{ value: 0, label: 'Same' }] },
  required: true,
};
const clarity: Criterion = {
  key: 'clarity',
  label: 'Clarity',
  help: '',
  target: 'response',
  scale: { kind: 'rating', min: 0, max: 4, anchors: [{ value: 0, label: 'None' }] },
  required: false,
};
const kind: Criterion = {
  key: 'topic',
  label: 'Topic',
  help: '',
  target: 'task',
  scale: {
    kind: 'choice',
    options: [
      { key: 'code', label: 'Code' },
      { key: 'law', label: 'Law' },
    ],
  },
  required: true,
};
const valid: Rubric = {
  criteria: [overall, clarity, kind],
  overallKey: 'overall',
  justification: { ask: 'optional', minCharacters: 10 },
  confidence: 'off',
};

function withCriterion(index: number, change: Partial<Criterion>): Rubric {
  return {
    ...valid,
    criteria: valid.criteria.map((one, at) => (at === index ? { ...one, ...change } : one)),
  };
}

function withScale(index: number, change: object): Rubric {
  const scale = { ...valid.criteria[index]?.scale, ...change } as Criterion['scale'];
  return withCriterion(index, { scale });
}

const anchor = (value: number, label = 'x') => ({ value, label });
const manyCriteria = Array.from({ length: 41 }, (_, index) => ({ ...clarity, key: `clarity_${index}` }));

describe('validateRubric', () => {
  test('accepts a rubric without contradictions', () => {
    expect(validateRubric(valid)).toEqual([]);
  });

  test('accepts a rubric that compares no pairs', () => {
    expect(validateRubric({ ...valid, criteria: [clarity], overallKey: null })).toEqual([]);
  });

  test.each<[string, Rubric, string[]]>([
    ['no criteria', { ...valid, criteria: [], overallKey: null }, ['criteria']],
    ['too many criteria', { ...valid, criteria: manyCriteria, overallKey: null }, ['criteria']],
    ['an empty key', withCriterion(1, { key: '' }), ['criteria.1.key']],
    ['a key with a capital', withCriterion(1, { key: 'Clarity' }), ['criteria.1.key']],
    ['a key that starts with _', withCriterion(1, { key: '__proto__' }), ['criteria.1.key']],
    ['a key with 61 characters', withCriterion(1, { key: 'a'.repeat(61) }), ['criteria.1.key']],
    ['the same key twice', withCriterion(2, { key: 'clarity' }), ['criteria.2.key']],
    ['a blank label', withCriterion(1, { label: ' ' }), ['criteria.1.label']],
    ['a label of 121 characters', withCriterion(1, { label: 'x'.repeat(121) }), ['criteria.1.label']],
    ['a label with a lone surrogate', withCriterion(1, { label: '\ud83d' }), ['criteria.1.label']],
    ['a help text that is too long', withCriterion(1, { help: 'x'.repeat(8_001) }), ['criteria.1.help']],
    ['a preference asked of a response', withCriterion(1, { scale: overall.scale }), ['criteria.1.target']],
    ['a rating asked of the pair', withCriterion(1, { target: 'pair' }), ['criteria.1.target']],
    ['a choice asked of the pair', withCriterion(2, { target: 'pair' }), ['criteria.2.target']],
    ['no strengths', withScale(0, { steps: 0 }), ['criteria.0.scale.steps']],
    ['five strengths', withScale(0, { steps: 5 }), ['criteria.0.scale.steps']],
    ['half a strength', withScale(0, { steps: 1.5 }), ['criteria.0.scale.steps']],
    ['a name for a missing tie', withScale(0, { tie: false }), ['criteria.0.scale.anchors.0.value']],
    [
      'a strength beyond the scale',
      withScale(0, { anchors: [anchor(4)] }),
      ['criteria.0.scale.anchors.0.value'],
    ],
    [
      'a rating beyond the scale',
      withScale(1, { anchors: [anchor(5)] }),
      ['criteria.1.scale.anchors.0.value'],
    ],
    [
      'a rating between two points',
      withScale(1, { anchors: [anchor(0.5)] }),
      ['criteria.1.scale.anchors.0.value'],
    ],
    [
      'one value named twice',
      withScale(1, { anchors: [anchor(1), anchor(1)] }),
      ['criteria.1.scale.anchors.1.value'],
    ],
    [
      'an anchor without a label',
      withScale(1, { anchors: [anchor(1, '')] }),
      ['criteria.1.scale.anchors.0.label'],
    ],
    ['a scale upside down', withScale(1, { min: 4, max: 0 }), ['criteria.1.scale.min']],
    ['a scale of one point', withScale(1, { min: 4 }), ['criteria.1.scale.min']],
    ['a scale of twelve points', withScale(1, { max: 11 }), ['criteria.1.scale.max']],
    ['a fractional end', withScale(1, { max: 4.5 }), ['criteria.1.scale.max']],
    [
      'a choice of one',
      withScale(2, { options: [{ key: 'code', label: 'Code' }] }),
      ['criteria.2.scale.options'],
    ],
    [
      'one option key twice',
      withScale(2, {
        options: [
          { key: 'code', label: 'Code' },
          { key: 'code', label: 'Law' },
        ],
      }),
      ['criteria.2.scale.options.1.key'],
    ],
    ['pairs without an overall criterion', { ...valid, overallKey: null }, ['overallKey']],
    ['an overall criterion that does not exist', { ...valid, overallKey: 'none' }, ['overallKey']],
    ['an overall criterion that is not of the pair', { ...valid, overallKey: 'clarity' }, ['overallKey']],
    ['an optional overall criterion', withCriterion(0, { required: false }), ['criteria.0.required']],
    [
      'a length for a justification that is not asked',
      { ...valid, justification: { ask: 'off', minCharacters: 1 } },
      ['justification.minCharacters'],
    ],
    [
      'a negative length',
      { ...valid, justification: { ask: 'required', minCharacters: -1 } },
      ['justification.minCharacters'],
    ],
    [
      'a length beyond the limit',
      { ...valid, justification: { ask: 'required', minCharacters: 20_001 } },
      ['justification.minCharacters'],
    ],
  ])('refuses %s', (_name, rubric, paths) => {
    expect(validateRubric(rubric).map((place) => place.path)).toEqual(paths);
  });

  test('names the cure in the message', () => {
    expect(validateRubric(withCriterion(2, { key: 'clarity' }))[0]?.message).toBe(
      'The key "clarity" is used twice; each criterion needs its own.',
    );
  });
});
