import { z } from 'zod';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { rubric } from './rubrics.ts';
import { text } from './wire.ts';

export const rubricFileFormat = 'plumbline-rubric';
/** Rises when a file of today could no longer be read. */
export const rubricFileVersion = 1;

/** A rubric as it travels from project to project and from deployment to deployment. */
export const rubricFile = z
  .strictObject({
    /** Where the schema of this file is published; for editors. */
    $schema: text({ max: 2_000 }).optional(),
    format: z.literal(rubricFileFormat),
    formatVersion: z.literal(rubricFileVersion),
    /** Where it came from; for people. */
    name: text({ max: 200 }).optional(),
    rubric,
  })
  .meta({
    id: 'RubricFile',
    title: 'Plumbline rubric',
    description:
      'Everything that annotators are asked about one item. Contradictions are told when it is imported.',
  });
export type RubricFile = z.infer<typeof rubricFile>;

/** The JSON Schema of a rubric file, made from what the product itself reads with. */
export function buildRubricSchema(): Record<string, unknown> {
  return z.toJSONSchema(rubricFile, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    reused: 'ref',
  }) as Record<string, unknown>;
}

/** A rubric as the text of a file; `origin` is where the schema is published. */
export function writeRubricFile(
  given: Rubric,
  { origin, name }: { readonly origin: string; readonly name: string },
): string {
  const file = {
    $schema: `${origin}/api/v1/schemas/rubric.json`,
    format: rubricFileFormat,
    formatVersion: rubricFileVersion,
    name: name.slice(0, 200),
    rubric: given,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
