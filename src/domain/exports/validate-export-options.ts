import type { Place } from '#domain/outcomes/refusal.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
import type { ExportFormat } from './export-format.ts';
import { splitNames } from './export-format.ts';
import type { ExportOptions, SplitShares } from './export-options.ts';
import { explainUnfit } from './fitting-formats.ts';
import { listComparableRatings } from './rating-rows.ts';

export interface OptionsToCheck {
  readonly options: ExportOptions;
  readonly format: ExportFormat;
  /** The project's newest rubric. */
  readonly rubric: Rubric;
}

/** Lists what cannot be exported as asked, and why; empty where it can. */
export function validateExportOptions({ options, format, rubric }: OptionsToCheck): Place[] {
  return [
    ...validateFormat(format, rubric),
    ...validateTies(options, format),
    ...validateSplit(options.split),
    ...validateThresholds(options),
    ...validateRatingKey(options.ratingKey, rubric),
  ];
}

function listRatingKeys(rubric: Rubric): string[] {
  return listComparableRatings(rubric).map((criterion) => criterion.key);
}

function validateFormat(format: ExportFormat, rubric: Rubric): Place[] {
  const message = explainUnfit(format, rubric);
  return message === null ? [] : [{ path: 'format', message }];
}

function validateTies({ ties }: ExportOptions, format: ExportFormat): Place[] {
  if (ties === 'both_ways' && format !== 'trl-reward') {
    const message = 'Only reward models can use ties both ways, with margin 0. Drop them or keep them apart.';
    return [{ path: 'ties', message }];
  }
  if (ties === 'separate' && format !== 'trl-preference' && format !== 'trl-reward') {
    return [{ path: 'ties', message: 'This format has no place for ties. Drop them.' }];
  }
  return [];
}

function validateSplit(split: SplitShares): Place[] {
  const places = splitNames
    .filter((name) => !Number.isInteger(split[name]) || split[name] < 0 || split[name] > 100)
    .map((name) => ({ path: `split.${name}`, message: 'A share is a whole percent from 0 to 100.' }));
  const sum = split.train + split.validation + split.test;
  if (places.length === 0 && sum !== 100) {
    places.push({
      path: 'split',
      message: `The three shares must add up to 100 %; they add up to ${sum} %.`,
    });
  }
  if (split.salt.length > 100 || !isStorableText(split.salt)) {
    places.push({ path: 'split.salt', message: 'The salt has at most 100 plain characters.' });
  }
  return places;
}

function validateThresholds(options: ExportOptions): Place[] {
  const places: Place[] = [];
  if (!Number.isInteger(options.minJudgments) || options.minJudgments < 1) {
    places.push({
      path: 'minJudgments',
      message: 'At least one judgment is needed for a row. Use 1 or more.',
    });
  }
  for (const path of ['minAgreement', 'ktoGoodFrom', 'ktoBadUpTo'] as const) {
    // Written so that NaN is refused too.
    if (!(options[path] >= 0 && options[path] <= 1))
      places.push({ path, message: 'This share lies between 0 and 1.' });
  }
  if (places.length === 0 && options.ktoBadUpTo >= options.ktoGoodFrom) {
    places.push({ path: 'ktoBadUpTo', message: 'The bad end must lie below the good end.' });
  }
  return places;
}

function validateRatingKey(ratingKey: string | null, rubric: Rubric): Place[] {
  const keys = listRatingKeys(rubric);
  if (ratingKey === null || keys.includes(ratingKey)) return [];
  const known = keys.length === 0 ? 'It has none.' : `It has ${keys.join(', ')}.`;
  return [
    {
      path: 'ratingKey',
      message: `The rubric has no rating of each response called "${ratingKey}". ${known}`,
    },
  ];
}
