import type { z } from 'zod';
import type { exportOptions } from '#contract/exports.ts';
import { UsageError } from './command-errors.ts';

/** Three shares that make 100, such as 90/5/5: train, validation, test. */
export function readSplit(given: string): { validationPercent: number; testPercent: number } {
  const parts = given.split('/').map((part) => (/^\d+$/.test(part.trim()) ? Number(part) : Number.NaN));
  const [train = Number.NaN, validationPercent = 0, testPercent = 0, ...more] = parts;
  const sum = train + validationPercent + testPercent;
  if (parts.length >= 2 && more.length === 0 && sum === 100 && validationPercent <= 50 && testPercent <= 50)
    return { validationPercent, testPercent };
  throw new UsageError(
    `--split is "${given}": give train/validation/test as percentages that make 100, such as 90/5/5.`,
  );
}

/** A share from 0 to 1. */
export function readShare(given: string): number {
  const share = Number(given);
  if (given.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new UsageError(`--min-agreement is "${given}": give a share from 0 to 1, such as 0.6.`);
}

export interface ExportFlags {
  readonly ties?: 'drop' | 'separate' | 'both_ways';
  readonly margin?: 'small' | 'large' | 'none';
  readonly split?: { validationPercent: number; testPercent: number };
  readonly salt?: string;
  readonly minJudgments?: number;
  readonly minAgreement?: number;
  readonly includeGold?: boolean;
  readonly ratingKey?: string;
  readonly modelNames?: boolean;
  /** False with `--no-final-answers`. */
  readonly finalAnswers?: boolean;
}

/** The options as the API takes them; what was not given is left to the server. */
export function toExportOptions(flags: ExportFlags): z.input<typeof exportOptions> {
  return {
    ...(flags.ties === undefined ? {} : { ties: flags.ties }),
    ...(flags.margin === undefined ? {} : { margin: flags.margin }),
    ...flags.split,
    ...(flags.salt === undefined ? {} : { splitSalt: flags.salt }),
    ...(flags.minJudgments === undefined ? {} : { minJudgments: flags.minJudgments }),
    ...(flags.minAgreement === undefined ? {} : { minAgreement: flags.minAgreement }),
    ...(flags.includeGold ? { includeGold: true } : {}),
    ...(flags.ratingKey === undefined ? {} : { ratingKey: flags.ratingKey }),
    ...(flags.modelNames === undefined ? {} : { includeModelNames: flags.modelNames }),
    ...(flags.finalAnswers === false ? { finalAnswers: false } : {}),
  };
}
