import type { Place } from '#domain/outcomes/refusal.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
import { rubricLimits } from './rubric.ts';

const snakeCase = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const keyCharacters = 60;

/** Refuses keys that would not do as a column name in every export. */
export function checkKey(key: string, path: string): Place[] {
  if (key === '')
    return [{ path, message: 'A key is missing. Use small letters, digits and _, such as "helpfulness".' }];
  if (!snakeCase.test(key)) {
    const message =
      'A key starts with a small letter and holds small letters, digits and single _, such as "on_topic".';
    return [{ path, message }];
  }
  if (key.length > keyCharacters)
    return [{ path, message: `A key has at most ${keyCharacters} characters.` }];
  return [];
}

export function checkLabel(label: string, path: string): Place[] {
  if (label.trim() === '') return [{ path, message: 'A label is missing: annotators need a name to read.' }];
  return checkLength(label, path, rubricLimits.labelCharacters);
}

export function checkOptionalHelp(help: string | undefined, path: string): Place[] {
  return help === undefined ? [] : checkLength(help, path, rubricLimits.helpCharacters);
}

function checkLength(text: string, path: string, limit: number): Place[] {
  if (!isStorableText(text)) {
    return [{ path, message: 'This text holds a broken character. Delete it and type it again.' }];
  }
  const count = countCharacters(text);
  if (count <= limit) return [];
  return [{ path, message: `This text has ${count} characters; at most ${limit} fit. Shorten it.` }];
}

/** The indices of values that stood earlier in the list. */
export function findRepeats(values: readonly (string | number)[]): number[] {
  const seen = new Set<string | number>();
  const repeats: number[] = [];
  values.forEach((value, index) => {
    if (seen.has(value)) repeats.push(index);
    seen.add(value);
  });
  return repeats;
}
