import { describe, expect, test } from 'vitest';
import { countMissing } from './example-for.ts';
import { exampleItems } from './examples/example-items.ts';
import { comparesPairs } from './rubric.ts';
import { templatePurposes } from './rubric-template.ts';
import { anchorsOf, optionsOf } from './scale-points.ts';
import { rubricTemplates } from './templates.ts';
import { validateRubric } from './validate-rubric.ts';

describe('rubricTemplates', () => {
  test('have each a key of its own, and an example', () => {
    expect(rubricTemplates.map(({ key }) => key).sort()).toEqual(Object.keys(exampleItems).sort());
  });

  test('stand together by purpose', () => {
    const order = rubricTemplates.map(({ purpose }) => templatePurposes.indexOf(purpose));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  test.each(rubricTemplates)('$key can be published as it is', ({ rubric }) => {
    expect(validateRubric(rubric)).toEqual([]);
  });

  test.each(rubricTemplates)('$key explains every criterion, point and option', ({ rubric }) => {
    for (const { scale, help, key } of rubric.criteria) {
      expect(help.length, key).toBeGreaterThan(40);
      const points =
        scale.kind === 'rating'
          ? scale.max - scale.min + 1
          : scale.kind === 'preference'
            ? scale.steps + (scale.tie ? 1 : 0)
            : 0;
      expect(anchorsOf(scale), key).toHaveLength(points);
      const unexplained = [...anchorsOf(scale), ...optionsOf(scale)].filter((point) => !point.help);
      expect(unexplained, key).toEqual([]);
    }
  });

  test.each(rubricTemplates)('$key starts with guidelines in sections', ({ guidelines }) => {
    const sections = guidelines.split(/^#+ .*$/m).slice(1);
    expect(sections.length).toBeGreaterThanOrEqual(5);
    expect(sections.filter((section) => section.trim().length < 40)).toEqual([]);
  });

  test.each(rubricTemplates)('$key has an example that its rubric can be asked about', (template) => {
    expect(countMissing(template.rubric, template.example)).toBe(0);
  });

  test('compare pairs where their names say so', () => {
    const pairs = rubricTemplates.filter(({ rubric }) => comparesPairs(rubric)).map(({ key }) => key);
    expect(pairs).toEqual([
      'pairwise_7_point',
      'pairwise_4_strengths_no_tie',
      'helpful_harmless_pairwise',
      'summary_axes',
      'code_review',
      'image_comparison',
      'audio_comparison',
      'video_comparison',
    ]);
  });
});
