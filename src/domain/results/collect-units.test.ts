import { expect, test } from 'vitest';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { UnitCollector } from './collect-units.ts';

const clarity = (max: number, label = 'Clarity'): Criterion => ({
  key: 'clarity',
  label,
  help: '',
  target: 'response',
  scale: { kind: 'rating', min: 1, max, anchors: [] },
  required: true,
});
const rubricOf = (criterion: Criterion): Rubric => ({
  criteria: [criterion],
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
});
const rated = (r1: number, r2?: number): Answers => ({
  ...emptyAnswers,
  response: { clarity: { r1, ...(r2 === undefined ? {} : { r2 }) } },
});

function collect(rubrics: readonly Rubric[], items: readonly (readonly [version: number, Answers][])[]) {
  const collector = new UnitCollector(new Map(rubrics.map((rubric, index) => [index + 1, rubric])));
  for (const [index, judgments] of items.entries()) {
    collector.add({
      itemId: `i${index}`,
      responseIds: ['r1', 'r2'],
      judgments: judgments.map(([rubricVersion, answers], person) => ({
        annotatorId: `a${person}`,
        rubricVersion,
        answers,
      })),
    });
  }
  return collector.collected[0]?.units;
}

test('units that one person judged are left out', () => {
  const units = collect(
    [rubricOf(clarity(5))],
    [
      [[1, rated(1, 2)]],
      [
        [1, rated(3, 4)],
        [1, rated(5)],
      ],
    ],
  );
  expect(units).toEqual({ starts: [0, 2], values: [3, 5] });
});

test('answers under an older rubric count where it asked the same in other words', () => {
  const units = collect(
    [rubricOf(clarity(5, 'Clear?')), rubricOf(clarity(5))],
    [
      [
        [1, rated(2)],
        [2, rated(4)],
      ],
    ],
  );
  expect(units).toEqual({ starts: [0, 2], values: [2, 4] });
});

test('answers on another scale do not count', () => {
  const units = collect(
    [rubricOf(clarity(7)), rubricOf(clarity(5))],
    [
      [
        [1, rated(7)],
        [2, rated(4)],
        [2, rated(5)],
      ],
    ],
  );
  expect(units).toEqual({ starts: [0, 2], values: [4, 5] });
});

test('without any rubric there is nothing to measure', () => {
  expect(() => new UnitCollector(new Map())).toThrow(RangeError);
});
