import { importLimits } from './import-limits.ts';
import type { JsonRecord, JsonValue } from './json-record.ts';
import { type Rejection, reject } from './rejection.ts';

interface Walk {
  characters: number;
  fields: number;
}

function explainText(field: string, text: string): Rejection | null {
  if (text.length > importLimits.textCharacters) {
    const size = text.length.toLocaleString('en');
    const cap = importLimits.textCharacters.toLocaleString('en');
    return reject(
      field,
      'cell_too_large',
      `This text has ${size} characters; the most is ${cap}. Shorten or split it.`,
    );
  }
  if (text.includes('\0')) {
    return reject(
      field,
      'nul_character',
      'This text holds the character U+0000, which cannot be stored. Remove it.',
    );
  }
  if (!text.isWellFormed()) {
    const message =
      'This text holds half of a character pair (a lone surrogate), often left by cutting an emoji. Repair the text.';
    return reject(field, 'lone_surrogate', message);
  }
  return null;
}

function tooDeep(field: string): Rejection {
  return reject(
    field,
    'nested_too_deep',
    `This value is nested more than ${importLimits.depth} levels deep. Flatten it.`,
  );
}

function findInValue(value: JsonValue, field: string, depth: number, walk: Walk): Rejection | null {
  if (typeof value === 'string') {
    walk.characters += value.length;
    return explainText(field, value);
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth > importLimits.depth) return tooDeep(field);
  const isList = Array.isArray(value);
  for (const [key, child] of Object.entries(value)) {
    walk.fields += isList ? 0 : 1;
    if (walk.fields > importLimits.fields) {
      return reject(
        '',
        'cell_too_large',
        `This row has more than ${importLimits.fields} fields. Keep the ones you need.`,
      );
    }
    const path = isList ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`;
    const problem = (isList ? null : explainText(path, key)) ?? findInValue(child, path, depth + 1, walk);
    if (problem) return problem;
  }
  return null;
}

/** Finds the first text of a row that cannot be stored exactly as it is. Nothing is ever repaired in silence. */
export function findTextProblem(record: JsonRecord): Rejection | null {
  const walk: Walk = { characters: 0, fields: 0 };
  const problem = findInValue(record, '', 1, walk);
  if (problem) return problem;
  if (walk.characters <= importLimits.recordCharacters) return null;
  const cap = importLimits.recordCharacters.toLocaleString('en');
  return reject(
    '',
    'cell_too_large',
    `This row holds more than ${cap} characters of text. Shorten or split it.`,
  );
}
