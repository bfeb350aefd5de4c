import { describe, expect, test } from 'vitest';
import { bothRubric, pairRubric, ratingRubric } from './export.fixture.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportOptions } from './export-options.ts';
import { defaultExportOptions } from './export-options.ts';
import { validateExportOptions } from './validate-export-options.ts';

const pathsOf = (change: Partial<ExportOptions>, format: ExportFormat = 'trl-reward', rubric = bothRubric) =>
  validateExportOptions({ options: { ...defaultExportOptions, ...change }, format, rubric }).map(
    (place) => place.path,
  );
const split = (train: number, validation: number, test: number, salt = '') => ({
  split: { train, validation, test, salt },
});

describe('validateExportOptions', () => {
  const compared = ['trl-preference', 'trl-reward', 'trl-kto', 'openai-dpo', 'annotations'] as const;
  test.each(compared)('accepts the defaults for %s', (format) => {
    for (const rubric of [pairRubric, ratingRubric, bothRubric])
      expect(pathsOf({}, format, rubric)).toEqual([]);
  });

  test.each<[string, Partial<ExportOptions>, string[]]>([
    ['shares that add up to 99', split(90, 5, 4), ['split']],
    ['half a percent', split(90.5, 4.5, 5), ['split.train', 'split.validation']],
    ['a negative share', split(110, -10, 0), ['split.train', 'split.validation']],
    ['a NUL in the salt', split(90, 5, 5, '\u0000'), ['split.salt']],
    ['no judgments', { minJudgments: 0 }, ['minJudgments']],
    ['agreement above 1', { minAgreement: 1.1 }, ['minAgreement']],
    ['a threshold that is no number', { ktoGoodFrom: Number.NaN }, ['ktoGoodFrom']],
    ['KTO ends that cross', { ktoGoodFrom: 0.3, ktoBadUpTo: 0.4 }, ['ktoBadUpTo']],
    ['a rating that does not exist', { ratingKey: 'style' }, ['ratingKey']],
    ['a rating that is a comparison', { ratingKey: 'overall' }, ['ratingKey']],
  ])('refuses %s', (_name, change, paths) => {
    expect(pathsOf(change)).toEqual(paths);
  });

  test.each<[ExportOptions['ties'], ExportFormat, string[]]>([
    ['both_ways', 'trl-reward', []],
    ['both_ways', 'trl-preference', ['ties']],
    ['separate', 'trl-preference', []],
    ['separate', 'openai-dpo', ['ties']],
    ['separate', 'trl-kto', ['ties']],
  ])('weighs ties "%s" for %s', (ties, format, paths) => {
    expect(pathsOf({ ties }, format)).toEqual(paths);
  });

  test('leaves only annotations to a rubric of choices', () => {
    const rubric = { ...pairRubric, criteria: [], overallKey: null };
    expect(pathsOf({}, 'trl-kto', rubric)).toEqual(['format']);
    expect(pathsOf({}, 'annotations', rubric)).toEqual([]);
  });
});
