import type { Browser } from 'playwright-core';
import type { ExportFormat } from '#domain/exports/export-format.ts';
import type { TemplateKey } from '#domain/rubrics/examples/example-items.ts';

/** A file that tasks show. */
export interface CaseFile {
  readonly name: string;
  make(browser: Browser): Promise<Uint8Array<ArrayBuffer>>;
}

/** One task with what a person presses, and what that means. Responses are called by their letters on screen. */
export interface TaskCase {
  /** A row in Plumbline's own shape of tasks. */
  readonly row: object;
  /** Words that stand in this task alone. */
  readonly sign: string;
  readonly keys: readonly string[];
  /** What every answer says, as `sayAnswers` puts it. */
  readonly answers: readonly string[];
  /** The rows of each format that fits besides annotations, as `sayRow` puts them. */
  readonly rows: Partial<Readonly<Record<ExportFormat, readonly string[]>>>;
}

/** A template with tasks of its kind. */
export interface TemplateCase {
  readonly key: TemplateKey;
  readonly files?: readonly CaseFile[];
  /** The models of the test server that the project talks with; each answers "<model> answers: <last turn>". */
  readonly models?: readonly string[];
  readonly tasks: readonly TaskCase[];
}

/** A response that says only its own text. */
export const texts = (...responses: readonly string[]) => responses.map((text) => ({ text }));
export const asked = (content: string) => [{ role: 'user', content }];
