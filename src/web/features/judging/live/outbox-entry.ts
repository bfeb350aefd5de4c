import { z } from 'zod';
import type { Answers } from '#domain/judging/answers.ts';
import { flagKinds, skipReasons } from '#domain/queue/assignment.ts';
import { violationTypes } from '#domain/queue/violation-types.ts';
import type { HeldTask } from './hand-keeper.ts';
import { keptAnswers } from './kept-answers.ts';
import { keptTyping } from './kept-typing.ts';

const judged = { answers: keptAnswers, activeMs: z.number() };
const deed = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('judgment'),
    ...judged,
    typing: keptTyping.exactOptional(),
  }),
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
  z.object({
    kind: z.literal('flag'),
    flag: z.object({
      kind: z.enum(flagKinds),
      note: z.string(),
      violationType: z.enum(violationTypes).nullable(),
      quote: z.string(),
      unitId: z.string().nullable(),
    }),
    /** What was answered so far. */
    answers: keptAnswers,
  }),
]);

/** What a judgment was about, so that it can be read and sent anew when its task is gone. */
const about = z.object({
  rubricVersion: z.number(),
  /** In the order shown. */
  responseIds: z.array(z.string()),
  /** The beginning of what was asked. */
  excerpt: z.string(),
});

const entry = z.object({
  clientId: z.string(),
  assignmentId: z.string(),
  sequence: z.number(),
  attempts: z.number(),
  deed,
  about: about.nullable().default(null),
  refusal: z
    .object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.unknown()).default({}),
    })
    .nullable(),
});

type Parsed = z.infer<typeof entry>;
type WithAnswers<D> = D extends { answers: unknown } ? Omit<D, 'answers'> & { answers: Answers } : D;

/** One thing that was done and that the server has not acknowledged. */
export type Deed = Readonly<WithAnswers<Parsed['deed']>>;

/** A deed on its way. `clientId` is made before the first try, so that a retry is no second judgment. */
export interface OutboxEntry extends Readonly<Omit<Parsed, 'deed' | 'refusal' | 'about'>> {
  readonly deed: Deed;
  readonly about: About | null;
  /** Why the server will not take it; it is then kept until the person decides. */
  readonly refusal: Refusal | null;
}

export type About = Readonly<z.infer<typeof about>>;

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const excerptCharacters = 160;

/** What a task is about, in few words. */
export function aboutTask({
  rubricVersion,
  responses,
  prompt,
}: Pick<HeldTask, 'rubricVersion' | 'responses' | 'prompt'>): About {
  const asked = prompt.findLast((message) => message.role === 'user') ?? prompt.at(-1);
  const words = (asked?.content ?? '').replaceAll(/\s+/g, ' ').trim();
  const excerpt = [...words].slice(0, excerptCharacters).join('');
  return { rubricVersion, responseIds: responses.map((response) => response.id), excerpt };
}

/** Reads what an earlier page left; anything that is not an entry is ignored. */
export function readOutboxEntry(value: unknown): OutboxEntry | undefined {
  const parsed = entry.safeParse(value);
  return parsed.success ? (parsed.data as unknown as OutboxEntry) : undefined;
}
