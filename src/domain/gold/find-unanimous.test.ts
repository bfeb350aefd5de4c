import { describe, expect, test } from 'vitest';
import type { Answers } from '#domain/judging/answers.ts';
import { findUnanimous } from './find-unanimous.ts';
import { changeCriterion, goldRubric, nothing } from './gold.fixture.ts';

const said = (answers: Partial<Answers>, rubric = goldRubric) => ({
  answers: { ...nothing, ...answers },
  rubric,
});
const law = { task: { topic: 'law' }, response: { quality: { r1: 4, r2: 2 } } };
const find = (judgments: ReturnType<typeof said>[]) =>
  findUnanimous({ judgments, rubric: goldRubric, leastPeople: 3 });

describe('An item is unanimous', () => {
  test('where three people say the same of everything', () => {
    expect(find([said(law), said(law), said(law)])).toEqual({ ...nothing, ...law });
  });

  test('whatever words they add and however sure they are', () => {
    const wordy = { ...law, task: { topic: 'law', words: 'clear' }, confidence: 3 as const };
    expect(find([said(law), said(wordy), said(law)])).toEqual({ ...nothing, ...law });
  });

  test('whatever the order in which the parts were written', () => {
    const turned = { task: { topic: 'law' }, response: { quality: { r2: 2, r1: 4 } } };
    const one = { pair: { better: { verdict: 'prefers', responseId: 'r1', strength: 1 } } } as const;
    const other = { pair: { better: { strength: 1, responseId: 'r1', verdict: 'prefers' } } } as const;
    expect(
      find([said({ ...turned, ...one }), said({ ...turned, ...other }), said({ ...turned, ...one })]),
    ).not.toBeNull();
  });
});

describe('An item is not unanimous', () => {
  const other = { ...law, task: { topic: 'code' } };
  test.each([
    ['with two people', [said(law), said(law)]],
    ['with one who says otherwise', [said(law), said(law), said(other)]],
    ['with one who left a question empty', [said(law), said(law), said({ task: law.task })]],
    ['where nothing can be gold', [said({}), said({}), said({})]],
    [
      'where one judged on another scale',
      [
        said(law),
        said(law),
        said(law, changeCriterion('quality', { scale: { kind: 'rating', min: 1, max: 7, anchors: [] } })),
      ],
    ],
  ])('%s', (_name, judgments) => {
    expect(find(judgments)).toBeNull();
  });
});
