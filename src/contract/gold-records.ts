import { z } from 'zod';
import { goldGaps } from '#domain/gold/check-gold.ts';
import { usualRest } from '#domain/gold/decide-serving.ts';
import { goldDifficulties, goldLimits, goldPurposes, goldSources, goldStates } from '#domain/gold/gold.ts';
import { goldNotes } from '#domain/gold/gold-notes.ts';
import { goldRests } from '#domain/gold/rest.ts';
import { answers } from './answers.ts';
import { blindResponse, message } from './judging.ts';
import { judge } from './results.ts';
import { filledText, id, instant, text } from './wire.ts';

const distance = z.number().min(0).max(1_000_000);
export const tolerance = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('side') }),
    z.strictObject({ kind: z.literal('within'), distance }),
    z.strictObject({ kind: z.literal('same') }),
    z.strictObject({ kind: z.literal('overlap') }),
    z.strictObject({ kind: z.literal('top') }),
    z.strictObject({ kind: z.literal('pairs'), distance }),
  ])
  .meta({ id: 'GoldTolerance' });

const key = text({ max: 60 });
const concept = filledText({ max: goldLimits.conceptCharacters });
/** What is said about a gold beside its answers. */
export const goldAbout = {
  tolerances: z.record(key, tolerance),
  /** By criterion: why the expected answer is right; shown after training. */
  explanations: z.record(key, text({ max: goldLimits.explanationCharacters })),
  concepts: z.array(concept).max(goldLimits.concepts).readonly(),
  difficulty: z.enum(goldDifficulties),
  purpose: z.enum(goldPurposes),
};

/** Passes among answers that could be compared, with Wilson's interval (95 %); null where there are none. */
export const goldAccuracy = z
  .object({
    passed: z.number().int(),
    trials: z.number().int(),
    share: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ id: 'GoldAccuracy' });

export const goldSuspicion = z
  .object({
    goodPeople: z.number().int(),
    failed: z.number().int(),
    expectedFailures: z.number(),
    pValue: z.number(),
    at: instant,
  })
  .meta({ id: 'GoldSuspicion' });

export const goldRow = z
  .object({
    itemId: id,
    promptPreview: z.string(),
    state: z.enum(goldStates),
    source: z.enum(goldSources),
    purpose: z.enum(goldPurposes),
    difficulty: z.enum(goldDifficulties),
    concepts: z.array(z.string()),
    madeBy: judge,
    createdAt: instant,
    /** Rises with the expected answers and tolerances. */ revision: z.number().int(),
    /** Tasks given out, and those answered. */ served: z.number().int(),
    answered: z.number().int(),
    skipped: z.number().int(),
    /** To how many people it was given. */ people: z.number().int(),
    /** Since when it is served, without a break; null for gold that never was. */ servedSince:
      instant.nullable(),
    /** Why it is given to nobody for now, though it is served; null for all other gold. */
    rest: z.enum(goldRests).nullable(),
    accuracy: goldAccuracy,
    suspicion: goldSuspicion.nullable(),
    /** It was wrong: what people answered counts for nobody. */ isWrong: z.boolean(),
    /** Whether anything can be compared under the rubric of today; only then it is served. */
    isUsable: z.boolean(),
    unusable: z.array(z.object({ criterionKey: z.string(), label: z.string(), reason: z.enum(goldGaps) })),
  })
  .meta({ id: 'GoldRow' });

export const goldDetail = goldRow
  .extend({
    prompt: z.array(message),
    responses: z.array(blindResponse),
    answers,
    tolerances: goldAbout.tolerances,
    explanations: goldAbout.explanations,
    /** The version under which the answers were given. */ rubricVersion: z.number().int(),
  })
  .meta({ id: 'GoldDetail' });

export const goldSettings = z
  .strictObject({
    /** So many gold tasks first for each person. */
    firstTasks: z.number().int().min(0).max(50),
    firstPurpose: z.enum(goldPurposes),
    /** Later on, gold among all tasks. */
    sharePercent: z.number().min(0).max(50),
    /** Of that gold, training. */
    trainingPercent: z.number().min(0).max(100),
    /** A gold rests after so many people; 0 for never. */
    mostPeople: z.number().int().min(0).max(10_000).default(usualRest.mostPeople),
    /** A gold rests after so many days of being served; 0 for never. */
    mostDays: z.number().int().min(0).max(3_650).default(usualRest.mostDays),
  })
  .meta({ id: 'GoldSettings' });

export const goldOverview = z
  .object({
    settings: goldSettings,
    states: z.object({
      draft: z.number().int(),
      active: z.number().int(),
      /** Of the active, those that rest. */ resting: z.number().int(),
      suspect: z.number().int(),
      retired: z.number().int(),
    }),
    concepts: z.array(
      z.object({
        /** Empty for gold without any. */ concept: z.string(),
        active: z.number().int(),
        easy: z.number().int(),
        medium: z.number().int(),
        hard: z.number().int(),
        accuracy: goldAccuracy,
      }),
    ),
    /** By what the list can be narrowed: concepts of any gold, and criteria of the newest rubric that can be gold. */
    choices: z.object({
      concepts: z.array(z.string()),
      criteria: z.array(z.object({ key: z.string(), label: z.string() })),
    }),
    /** What stands in the way of gold doing its work. */
    notes: z.array(z.object({ note: z.enum(goldNotes), count: z.number().int() })),
  })
  .meta({ id: 'GoldOverview' });

export const goldPerson = z
  .object({
    personId: id,
    name: z.string(),
    /** Of tests alone. */ test: goldAccuracy,
    training: goldAccuracy,
    concepts: z.array(z.object({ concept: z.string(), accuracy: goldAccuracy })),
    /** Answered, but suspect, wrong or not comparable. */ notCounted: z.number().int(),
    skipped: z.number().int(),
  })
  .meta({ id: 'GoldPerson' });

export const unanimousItem = z
  .object({
    itemId: id,
    promptPreview: z.string(),
    people: z.number().int(),
    answers,
  })
  .meta({ id: 'UnanimousItem' });

const outcome = z.object({
  criterionKey: z.string(),
  outcome: z.enum(['passed', 'failed', 'not_comparable']),
  explanation: z.string(),
  tolerance: tolerance.nullable(),
});
export const goldFeedback = z
  .object({
    passed: z.boolean().nullable(),
    promptPreview: z.string(),
    rubricVersion: z.number().int(),
    /** Response ids in the order shown to the person. */ shownOrder: z.array(z.string()),
    expected: answers,
    given: answers,
    criteria: z.array(outcome),
  })
  .meta({ id: 'GoldFeedback' });
