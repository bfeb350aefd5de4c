import { z } from 'zod';
import { answers } from '#contract/judging.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { skipReasons } from '#domain/queue/assignment.ts';

const judged = { answers, activeMs: z.number() };
const deed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('judgment'), ...judged }),
  z.object({
    kind: z.literal('amendment'),
    ...judged,
    /** The judgment that it replaces; null until its receipt has come. */
    supersedes: z.string().nullable(),
    /** The client id of the earlier entry whose receipt names that judgment. */
    after: z.string().nullable(),
  }),
  z.object({ kind: z.literal('skip'), reason: z.enum(skipReasons), note: z.string() }),
  z.object({ kind: z.literal('unskip') }),
]);

const entry = z.object({
  clientId: z.string(),
  assignmentId: z.string(),
  sequence: z.number(),
  attempts: z.number(),
  deed,
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
});

type Parsed = z.infer<typeof entry>;
type WithAnswers<D> = D extends { answers: unknown } ? Omit<D, 'answers'> & { answers: Answers } : D;

/** One thing that was done and that the server has not acknowledged. */
export type Deed = Readonly<WithAnswers<Parsed['deed']>>;

/** A deed on its way. `clientId` is made before the first try, so that a retry is no second judgment. */
export interface OutboxEntry extends Readonly<Omit<Parsed, 'deed' | 'refusal'>> {
  readonly deed: Deed;
  /** Why the server will not take it; it is then kept until the person decides. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** Reads what an earlier page left; anything that is not an entry is ignored. */
export function readOutboxEntry(value: unknown): OutboxEntry | undefined {
  const parsed = entry.safeParse(value);
  return parsed.success ? (parsed.data as OutboxEntry) : undefined;
}
