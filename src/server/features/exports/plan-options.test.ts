import { expect, test } from 'vitest';
import { exportOptions } from '#contract/exports.ts';
import { defaultExportOptions } from '#domain/exports/export-options.ts';
import { placeInRequest, planOptionsOf } from './plan-options.ts';

test('what is left out of a request means what the domain means by default', () => {
  expect(planOptionsOf(exportOptions.parse({}))).toEqual(defaultExportOptions);
});

test('what validation and test do not take is for training', () => {
  const { split } = planOptionsOf(
    exportOptions.parse({ validationPercent: 20, testPercent: 30, splitSalt: 's' }),
  );
  expect(split).toEqual({ train: 50, validation: 20, test: 30, salt: 's' });
});

test.each([
  ['ties', 'body.options.ties'],
  ['format', 'body.format'],
  ['split.salt', 'body.options.splitSalt'],
])('a complaint about %s points at the field of the request', (path, expected) => {
  expect(placeInRequest({ path, message: 'no' })).toEqual({ path: expected, message: 'no' });
});
