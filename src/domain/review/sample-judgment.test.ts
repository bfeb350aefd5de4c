import { describe, expect, test } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { checkReviewPlan, defaultReviewPlan, type ReviewPlan } from './review-plan.ts';
import { answersCriterion, placeOf, type SampleFacts, sampleJudgment } from './sample-judgment.ts';

const quiet: ReviewPlan = {
  ...defaultReviewPlan,
  isOn: true,
  share: 0,
  newcomers: 0,
  risk: { differs: false, fast: false, flagged: false, lowConfidence: false },
};
const facts: SampleFacts = {
  annotatorId: 'ada',
  answers: { ...emptyAnswers, task: { topic: 'law' } },
  ordinal: 30,
  activeMs: 60_000,
  characters: 3_000,
  isFlagged: false,
  others: 0,
  differing: 0,
};
const risk = (name: keyof ReviewPlan['risk']) => ({ risk: { ...quiet.risk, [name]: true } });
const kindsOf = (plan: Partial<ReviewPlan>, more: Partial<SampleFacts>, drawn = 0.5) =>
  sampleJudgment({ ...quiet, ...plan }, { ...facts, ...more }, () => drawn).map(({ kind }) => kind);

describe('sampleJudgment', () => {
  test.each<[string, Partial<ReviewPlan>, Partial<SampleFacts>, string[]]>([
    ['nothing where the plan asks for nothing', {}, {}, []],
    ['nothing where the plan is off', { isOn: false, share: 1 }, {}, []],
    ['a share by its draw', { share: 0.51 }, {}, ['share']],
    ['nobody beyond the share', { share: 0.5 }, {}, []],
    ['a newcomer', { newcomers: 30 }, {}, ['newcomer']],
    ['nobody who has judged longer', { newcomers: 29 }, {}, []],
    ['one person', { people: [{ personId: 'ada', share: 1 }] }, {}, ['person']],
    ['nobody else', { people: [{ personId: 'ben', share: 1 }] }, {}, []],
    ['a criterion that is answered', { criteria: [{ criterionKey: 'topic', share: 1 }] }, {}, ['criterion']],
    ['no criterion that is not', { criteria: [{ criterionKey: 'tone', share: 1 }] }, {}, []],
    ['one against two', risk('differs'), { others: 2, differing: 2 }, ['differs']],
    ['not one against one', risk('differs'), { others: 1, differing: 1 }, []],
    ['not one among those who are split', risk('differs'), { others: 4, differing: 2 }, []],
    ['a flag', risk('flagged'), { isFlagged: true }, ['flagged']],
    ['twenty seconds of text in nineteen', risk('fast'), { activeMs: 19_999 }, ['fast']],
    ['not in twenty', risk('fast'), { activeMs: 20_000 }, []],
    ['not a short text at a glance', risk('fast'), { activeMs: 1, characters: 399 }, []],
    ['a guess', risk('lowConfidence'), { answers: { ...emptyAnswers, confidence: 1 } }, ['low_confidence']],
    ['not what is fairly sure', risk('lowConfidence'), { answers: { ...emptyAnswers, confidence: 2 } }, []],
  ])('takes %s', (_, plan, more, kinds) => {
    expect(kindsOf(plan, more)).toEqual(kinds);
  });

  test('names every reason, the telling ones first', () => {
    const plan = { share: 1, newcomers: 99, ...risk('flagged') };
    expect(kindsOf(plan, { isFlagged: true })).toEqual(['flagged', 'newcomer', 'share']);
  });

  test('draws for each rule by itself', () => {
    const asked: string[] = [];
    const plan = { ...quiet, share: 1, criteria: [{ criterionKey: 'topic', share: 1 }] };
    sampleJudgment(plan, facts, (rule) => asked.push(rule) && 0);
    expect(asked).toEqual(['criterion:topic', 'share']);
  });
});

test.each([
  ['a dispute', [{ kind: 'disputed' }], 0],
  ['what was redone', [{ kind: 'redone' }], 1],
  ['what was sampled', [{ kind: 'fast' }], 2],
] as const)('the queue puts %s in its place', (_, reasons, place) => {
  expect(placeOf(reasons)).toBe(place);
});

test('an empty list of marks is an answer, a property of every object is none', () => {
  const answers = { ...emptyAnswers, span: { errors: [] } };
  expect([answersCriterion(answers, 'errors'), answersCriterion(answers, 'constructor')]).toEqual([
    true,
    false,
  ]);
});

describe('checkReviewPlan', () => {
  const grade = { key: 'good', label: 'Good' };
  const person = { personId: 'ada', share: 1 };
  const topic = { criterionKey: 'topic', share: 1 };
  test.each<[string, Partial<ReviewPlan>, string[]]>([
    ['a plan as it should be', { grades: [grade], people: [person], criteria: [topic] }, []],
    ['a grade twice', { grades: [grade, grade] }, ['plan.grades']],
    ['a person twice', { people: [person, person] }, ['plan.people']],
    ['a criterion twice', { criteria: [topic, topic] }, ['plan.criteria']],
    ['a criterion that is gone', { criteria: [{ ...topic, criterionKey: 'tone' }] }, ['plan.criteria']],
  ])('judges %s', (_, plan, paths) => {
    expect(checkReviewPlan({ ...quiet, ...plan }, ['topic']).map(({ path }) => path)).toEqual(paths);
  });
});
