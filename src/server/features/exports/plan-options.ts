import type { z } from 'zod';
import type { exportOptions } from '#contract/exports.ts';
import { defaultExportOptions, type ExportOptions } from '#domain/exports/export-options.ts';
import type { Place } from '#domain/outcomes/refusal.ts';

export type RequestedOptions = z.output<typeof exportOptions>;

/** The options of a request in the domain's words. */
export function planOptionsOf(requested: RequestedOptions): ExportOptions {
  const { validationPercent, testPercent, splitSalt, ...same } = requested;
  return {
    ...defaultExportOptions,
    ...same,
    split: {
      train: 100 - validationPercent - testPercent,
      validation: validationPercent,
      test: testPercent,
      salt: splitSalt,
    },
  };
}

const requestPaths: Readonly<Record<string, string>> = {
  format: 'body.format',
  split: 'body.options.validationPercent',
  'split.train': 'body.options.validationPercent',
  'split.validation': 'body.options.validationPercent',
  'split.test': 'body.options.testPercent',
  'split.salt': 'body.options.splitSalt',
};

/** Points at the field of the request that a complaint of the domain is about. */
export function placeInRequest(place: Place): Place {
  const path = place.path ?? '';
  return { ...place, path: requestPaths[path] ?? `body.options.${path}` };
}
