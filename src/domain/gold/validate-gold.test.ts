import { describe, expect, test } from 'vitest';
import { explainFit } from './explain-fit.ts';
import { changeCriterion, goldResponses, goldRubric, nothing } from './gold.fixture.ts';
import { type GoldToValidate, validateGold } from './validate-gold.ts';

const valid: GoldToValidate = {
  answers: { ...nothing, response: { quality: { r1: 4 } } },
  tolerances: {},
  explanations: { quality: 'It answers the question.' },
  concepts: ['length bias'],
  rubric: goldRubric,
  responseIds: goldResponses,
  units: { turnIds: [], stepIds: ['r1.s1'], characters: {}, mediaIds: [] },
};

test('a gold with one expected answer is valid', () => {
  expect(validateGold(valid)).toEqual([]);
});

describe('A gold is refused with its place', () => {
  test.each<[string, Partial<GoldToValidate>, string, RegExp]>([
    [
      'an answer outside the scale',
      { answers: { ...nothing, response: { quality: { r1: 6 } } } },
      'answers.response.quality.r1',
      /from 1 to 5; it is 6/,
    ],
    [
      'an answer about a response that is not there',
      { answers: { ...nothing, pair: { better: { verdict: 'prefers', responseId: 'r9', strength: 1 } } } },
      'answers.pair.better',
      /no response "r9"/,
    ],
    [
      'an unknown criterion',
      { answers: { ...nothing, task: { mood: 3 } } },
      'answers.task.mood',
      /asks nothing with this key/,
    ],
    [
      'half a ranking',
      { answers: { ...nothing, ranking: { order: { verdict: 'ranked', groups: [['r1']] } } } },
      'answers.ranking.order',
      /every response/,
    ],
    ['nothing expected', { answers: nothing }, 'answers', /one criterion at least/],
    [
      'only words expected',
      { answers: { ...nothing, task: { words: 'good' } } },
      'answers',
      /one criterion at least/,
    ],
    [
      'a tolerance of another scale',
      { tolerances: { quality: { kind: 'top' } } },
      'tolerances.quality',
      /takes the tolerance within/,
    ],
    [
      'a tolerance under which nothing fails',
      { tolerances: { quality: { kind: 'within', distance: 4 } } },
      'tolerances.quality',
      /every answer would pass/,
    ],
    [
      'half a step of tolerance',
      { tolerances: { quality: { kind: 'within', distance: 0.5 } } },
      'tolerances.quality',
      /whole number/,
    ],
    [
      'a tolerance of words',
      { tolerances: { words: { kind: 'same' } } },
      'tolerances.words',
      /leave its tolerance out/,
    ],
    [
      'an explanation of nothing',
      { explanations: { mood: 'Because.' } },
      'explanations.mood',
      /no criterion "mood"/,
    ],
    ['a concept without a name', { concepts: ['tone', ' '] }, 'concepts.1', /no name/],
  ])('%s', (_name, change, path, message) => {
    const places = validateGold({ ...valid, ...change });
    expect(places.map((place) => place.path)).toEqual([path]);
    expect(places[0]?.message).toMatch(message);
  });
});

describe('After a new version of the rubric', () => {
  const answers = { ...nothing, response: { quality: { r1: 4 } }, task: { topic: 'law' } };
  const gold = { answers, rubric: goldRubric };

  test('what is the same can be used', () => {
    expect(explainFit(gold, goldRubric)).toEqual({ isUsable: true, unusable: [] });
  });

  test('a criterion whose scale changed cannot, the others can', () => {
    const now = changeCriterion('quality', { scale: { kind: 'rating', min: 1, max: 7, anchors: [] } });
    expect(explainFit(gold, now)).toEqual({
      isUsable: true,
      unusable: [{ criterionKey: 'quality', label: 'quality', reason: 'scale_changed' }],
    });
  });

  test('a gold of which nothing is left is of no use', () => {
    const only = { answers: { ...nothing, task: { topic: 'law' } }, rubric: goldRubric };
    expect(explainFit(only, changeCriterion('topic', null))).toEqual({
      isUsable: false,
      unusable: [{ criterionKey: 'topic', label: 'topic', reason: 'criterion_gone' }],
    });
  });
});
