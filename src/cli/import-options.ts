import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type ColumnMapping, columnMapping, importFormat } from '#contract/imports.ts';
import { UsageError } from './command-errors.ts';

export type ImportFormat = z.infer<typeof importFormat>;

/** A format by name; hyphens and capitals do not count. */
export function readFormat(given: string): ImportFormat {
  const parsed = importFormat.safeParse(given.toLowerCase().replaceAll('-', '_'));
  if (parsed.success) return parsed.data;
  throw new UsageError(`There is no format "${given}": choose one of ${importFormat.options.join(', ')}.`);
}

/** A column mapping, given as JSON or as the name of a file that holds it. */
export function readMapping(given: string): ColumnMapping {
  const text = given.trimStart().startsWith('{') ? given : readMappingFile(given);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The mapping is not JSON: ${(error as Error).message}.`);
  }
  const parsed = columnMapping.safeParse(value);
  if (parsed.success) return parsed.data;
  const example = '{"prompt": "question", "responses": ["answer_a", "answer_b"], "verdict": "winner"}';
  throw new UsageError(
    `The mapping does not fit. ${z.prettifyError(parsed.error)}\nIt looks like this: ${example}`,
  );
}

function readMappingFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`There is no file ${path} with a mapping: give its name, or the JSON itself.`);
  }
}

/** A whole number between bounds, for commander. */
export function wholeNumber(bounds: { name: string; min: number; max: number }) {
  return (given: string): number => {
    const value = Number(given);
    if (given.trim() !== '' && Number.isInteger(value) && value >= bounds.min && value <= bounds.max)
      return value;
    throw new UsageError(
      `${bounds.name} is "${given}": give a whole number from ${bounds.min} to ${bounds.max}.`,
    );
  };
}
