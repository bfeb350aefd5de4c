import { z } from 'zod';

/** A uuid in lower case. */
export const id = z.uuid();

/** An instant as ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true });

function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\u0000');
}

/** Text that can be stored and read back unchanged: well-formed UTF-16 without U+0000. */
export function text(limits: { min?: number; max: number }) {
  return z
    .string()
    .min(limits.min ?? 0)
    .max(limits.max)
    .refine((value) => value.isWellFormed(), {
      error: 'holds half of a surrogate pair; send well-formed Unicode',
    })
    .refine((value) => !value.includes('\u0000'), {
      error: 'holds the character U+0000, which cannot be stored; remove it',
    });
}

export const email = z
  .email()
  .max(254)
  .transform((value) => value.normalize('NFC').toLowerCase());

/** Text that says something: white space alone is no name. */
export function filledText(limits: { max: number }) {
  return text({ min: 1, ...limits }).refine((value) => value.trim() !== '', {
    error: 'holds nothing but white space; write something',
  });
}

export const personName = filledText({ max: 120 }).transform((value) => value.trim());

/** Half of a surrogate pair would be hashed as another character, and the person could not sign in. */
export const password = z
  .string()
  .min(10, { error: 'is shorter than 10 characters; use a longer one' })
  .max(200)
  .refine(isStorable, { error: 'holds a broken character; type it again' });

/** A page of a list read by keyset: pass `nextCursor` back to go on; null means the end. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), nextCursor: z.string().nullable() });
}

export const pageQuery = {
  cursor: text({ max: 500 }).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const empty = z.object({});

export const projectParams = z.strictObject({ projectId: id });

/** The body of every refusal: problem+json (RFC 9457) with a stable `code`. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    places: z
      .array(z.object({ path: z.string().optional(), line: z.number().optional(), message: z.string() }))
      .optional(),
    details: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
