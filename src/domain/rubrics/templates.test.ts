import { describe, expect, test } from 'vitest';
import { comparesPairs } from './rubric.ts';
import { rubricTemplates } from './templates.ts';
import { validateRubric } from './validate-rubric.ts';

describe('rubricTemplates', () => {
  test('have keys of their own', () => {
    expect(rubricTemplates.map((template) => template.key)).toEqual([
      'pairwise_7_point',
      'pairwise_4_strengths_no_tie',
      'helpsteer_five_attributes',
    ]);
  });

  test.each(rubricTemplates)('$key can be published as it is', ({ rubric }) => {
    expect(validateRubric(rubric)).toEqual([]);
  });

  test.each(rubricTemplates)(
    '$key explains every criterion and names every point of its scale',
    ({ rubric }) => {
      for (const { scale, help, key } of rubric.criteria) {
        expect(help.length, key).toBeGreaterThan(40);
        if (scale.kind !== 'rating' && scale.kind !== 'preference') continue;
        const points =
          scale.kind === 'rating' ? scale.max - scale.min + 1 : scale.steps + (scale.tie ? 1 : 0);
        expect(
          scale.anchors.map((anchor) => anchor.help ?? '').filter((text) => text !== ''),
          key,
        ).toHaveLength(points);
      }
    },
  );

  test.each(rubricTemplates)('$key starts with guidelines in sections', ({ guidelines }) => {
    expect(guidelines.match(/^#+ /gm)?.length).toBeGreaterThanOrEqual(5);
  });

  test('only the five attributes compare no pairs', () => {
    expect(rubricTemplates.filter(({ rubric }) => !comparesPairs(rubric)).map(({ key }) => key)).toEqual([
      'helpsteer_five_attributes',
    ]);
  });
});
