import { describe, expect, test } from 'vitest';
import { overall, rubricWith } from '#domain/people-quality/seen-work.fixture.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { canRepeat, isRepeatDrawn, usualRepeats } from './repeats.ts';

describe('A second look', () => {
  test('comes as often as asked', () => {
    const random = seededRandom(2).next;
    const settings = { ...usualRepeats, sharePercent: 10 };
    const drawn = Array.from({ length: 20_000 }, () => isRepeatDrawn(settings, random()));
    const share = drawn.filter(Boolean).length / drawn.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  });

  test.each([
    ['never asked for', null],
    ['turned off', { ...usualRepeats, sharePercent: 0 }],
  ])('never comes where it was %s', (_name, settings) => {
    expect(isRepeatDrawn(settings, 0)).toBe(false);
  });

  test('needs a question that says which response is better', () => {
    expect(canRepeat(rubricWith(overall))).toBe(true);
    expect(canRepeat(rubricWith())).toBe(false);
  });

  test('never asks anybody to write or to talk a second time', () => {
    for (const { key, rubric } of rubricTemplates) {
      const isWritten = rubric.criteria.some(({ scale }) => ['writing', 'continuation'].includes(scale.kind));
      if (isWritten) expect([key, canRepeat(rubric)]).toEqual([key, false]);
    }
    expect(rubricTemplates.some(({ rubric }) => canRepeat(rubric))).toBe(true);
  });
});
