import type { z } from 'zod';
import type { Place } from '#domain/outcomes/refusal.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { validateRubric } from '#domain/rubrics/validate-rubric.ts';
import { namePlace } from './name-place.ts';
import { rubricFile, rubricFileFormat, rubricFileVersion } from './rubric-file.ts';

/** A rubric out of a file, or why the file holds none; all places are in words. */
export type RubricFileReading =
  | {
      readonly kind: 'rubric';
      readonly rubric: Rubric;
      readonly name: string | undefined;
      /** What must be mended before it can be published. */
      readonly contradictions: readonly Place[];
    }
  | { readonly kind: 'unreadable'; readonly places: readonly Place[] };

const longestFile = 2_000_000;
const mostPlaces = 20;

/** Reads the text of a rubric file. */
export function readRubricFile(content: string): RubricFileReading {
  if (content.length > longestFile) return unreadable('A rubric file has at most 2 million characters.');
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    return unreadable(
      `This is not JSON${whereIn(content, error)}. Choose a file that was exported as a rubric.`,
    );
  }
  const foreign = explainForeign(value);
  if (foreign !== null) return unreadable(foreign);
  const read = rubricFile.safeParse(value);
  if (!read.success) {
    const places = read.error.issues.slice(0, mostPlaces).map((issue) => placeOf(issue, value));
    return { kind: 'unreadable', places };
  }
  const given = read.data.rubric as Rubric;
  const contradictions = validateRubric(given).map(({ path = '', message }) => ({
    path,
    message: `${namePlace(['rubric', ...path.split('.')], value)}: ${message}`,
  }));
  return { kind: 'rubric', rubric: given, name: read.data.name, contradictions };
}

function unreadable(message: string): RubricFileReading {
  return { kind: 'unreadable', places: [{ message }] };
}

/** The line of a syntax error, as far as the engine tells where it is. */
function whereIn(content: string, error: unknown): string {
  const position = /position (\d+)/.exec(String(error))?.[1];
  if (position === undefined) return '';
  const before = content.slice(0, Number(position)).split('\n');
  return `: line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is said of JSON that is something else altogether. */
function explainForeign(value: unknown): string | null {
  const format = isObject(value) && Object.hasOwn(value, 'format') ? value['format'] : undefined;
  if (!isObject(value) || format !== rubricFileFormat)
    return `This file is no rubric: it does not say "format": "${rubricFileFormat}". Export one to see how it looks.`;
  const version = value['formatVersion'];
  if (typeof version === 'number' && version > rubricFileVersion)
    return `This file is of version ${version}, and this Plumbline reads up to ${rubricFileVersion}. Update Plumbline, or export the rubric from an older one.`;
  return null;
}

function placeOf(issue: z.core.$ZodIssue, file: unknown): Place {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  return { path: path.join('.'), message: `${namePlace(path, file)}: ${explainIssue(issue)}` };
}

function explainIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `“${key}”`).join(', ')} is not known here. Remove it.`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`;
    case 'invalid_type':
      return issue.input === undefined && /received undefined/.test(issue.message)
        ? 'is missing.'
        : `must be ${typeWords[issue.expected] ?? issue.expected}.`;
    case 'invalid_union':
      return 'is of no kind that a rubric has.';
    default:
      return `${issue.message}.`;
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
