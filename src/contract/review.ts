import { z } from 'zod';
import { reviewVerdicts } from '#domain/review/decide-review.ts';
import { reviewLimits } from '#domain/review/review-plan.ts';
import { answers } from './answers.ts';
import { itemTexts } from './judging.ts';
import { judge } from './results.ts';
import { route } from './route.ts';
import { empty, filledText, id, instant, projectParams, text } from './wire.ts';

const share = z.number().min(0).max(1);
const key = text({ min: 1, max: 60 });
const words = text({ max: reviewLimits.wordsCharacters });

export const reviewPlan = z
  .strictObject({
    isOn: z.boolean(),
    /** Of all judgments, 0 to 1. */ share,
    /** The first judgments of each annotator, all of them. */
    newcomers: z.number().int().min(0).max(reviewLimits.newcomers),
    people: z
      .array(z.strictObject({ personId: id, share }))
      .max(reviewLimits.people)
      .readonly(),
    /** Of the judgments that give the criterion a value. */
    criteria: z
      .array(z.strictObject({ criterionKey: key, share }))
      .max(reviewLimits.criteria)
      .readonly(),
    risk: z.strictObject({
      /** Stands against two others or more, and against most. */ differs: z.boolean(),
      /** Faster than the texts can be read. */ fast: z.boolean(),
      flagged: z.boolean(),
      lowConfidence: z.boolean(),
    }),
    /** Of reviewed judgments, those that a second reviewer sees blind. */ secondShare: share,
    showsAuthor: z.boolean(),
    grades: z
      .array(z.strictObject({ key, label: filledText({ max: reviewLimits.labelCharacters }) }))
      .max(reviewLimits.grades)
      .readonly(),
    gradesCriteria: z.boolean(),
    /** Sides of a judgment that are graded for themselves. */
    aspects: z
      .array(z.strictObject({ key, label: filledText({ max: reviewLimits.labelCharacters }) }))
      .max(reviewLimits.aspects)
      .readonly()
      .default([]),
  })
  .meta({ id: 'ReviewPlan' });

export const reviewPlanState = z
  .object({
    plan: reviewPlan,
    /** 0 while the project has none of its own. */ revision: z.number().int(),
    /** Waiting reviews. */ waiting: z.number().int(),
    /** While the plan is applied to earlier judgments. */
    applying: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  })
  .meta({ id: 'ReviewPlanState' });

export const sampleReason = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('share'), share }),
    z.object({ kind: z.literal('newcomer'), first: z.number().int() }),
    z.object({ kind: z.literal('person'), share }),
    z.object({ kind: z.literal('criterion'), criterionKey: z.string(), share }),
    z.object({ kind: z.literal('differs'), others: z.number().int() }),
    z.object({ kind: z.literal('fast') }),
    z.object({ kind: z.literal('flagged') }),
    z.object({ kind: z.literal('low_confidence') }),
    z.object({ kind: z.literal('redone') }),
    z.object({ kind: z.literal('amended') }),
    z.object({ kind: z.literal('disputed') }),
    z.object({ kind: z.literal('reviewers_differ') }),
  ])
  .meta({ id: 'SampleReason' });

const verdict = z.enum(reviewVerdicts);
const criterionGrades = z.record(key, key);
const decided = z.object({
  verdict,
  grade: z.string().nullable(),
  criterionGrades: z.record(z.string(), z.string()),
  aspectGrades: z.record(z.string(), z.string()),
  words: z.string(),
  /** The corrected answers. */ answers: answers.nullable(),
});

/** A judgment to be reviewed; responses stand in the order in which the author saw them. */
export const reviewTask = z
  .object({
    reviewId: id,
    itemId: id,
    judgmentId: id,
    leaseUntil: instant,
    reasons: z.array(sampleReason),
    round: z.number().int(),
    /** Null while authors are hidden from reviewers. */ author: judge.nullable(),
    submittedAt: instant,
    activeMs: z.number().int(),
    rubricVersion: z.number().int(),
    guidelineVersion: z.number().int(),
    answers,
    /** What was decided before: on the version that was returned, and on what is disputed. */
    earlier: z.array(decided.extend({ round: z.number().int(), disputeWords: z.string() })),
    ...itemTexts,
  })
  .meta({ id: 'ReviewTask' });

export const reviewReceipt = z
  .object({
    reviewId: id,
    decisionId: id,
    verdict,
    /** Until when it may be taken back. */ undoUntil: instant,
    replayed: z.boolean(),
  })
  .meta({ id: 'ReviewReceipt' });

const feature = 'review';
const reviewParams = z.strictObject({ projectId: id, reviewId: id });
/** Chosen by the client before the first try, so that a retry changes nothing. */
const clientId = id;
const activeMs = z.number().int().min(0).max(86_400_000);

export const readReviewPlan = route({
  id: 'readReviewPlan',
  feature,
  method: 'GET',
  path: '/projects/:projectId/review/plan',
  access: 'review',
  summary: 'Which judgments are reviewed, and how many wait',
  params: projectParams,
  response: reviewPlanState,
});
export const saveReviewPlan = route({
  id: 'saveReviewPlan',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/review/plan',
  access: 'manage_project',
  summary: 'Say which judgments are reviewed from now on',
  params: projectParams,
  body: z.strictObject({
    /** The revision that was seen. */ revision: z.number().int().min(0),
    plan: reviewPlan,
  }),
  response: reviewPlanState,
});
export const applyReviewPlan = route({
  id: 'applyReviewPlan',
  feature,
  method: 'POST',
  path: '/projects/:projectId/review/application',
  access: 'manage_project',
  summary: 'Apply the plan to the judgments that are there already, in the background',
  description: 'Judgments that were sampled before are not sampled again.',
  params: projectParams,
  response: reviewPlanState,
  status: 202,
});
export const takeReviews = route({
  id: 'takeReviews',
  feature,
  method: 'POST',
  path: '/projects/:projectId/review/hand',
  access: 'review',
  summary: 'The judgments in hand to review: what the person holds, topped up from the queue',
  params: projectParams,
  body: z.strictObject({
    size: z.number().int().min(1).max(3).default(2),
    /** When the person's day began, for "done today"; midnight UTC if left out. */
    dayStartedAt: instant.optional(),
  }),
  response: z.object({
    tasks: z.array(reviewTask),
    /** That this person may take, without those in hand. */ waiting: z.number().int(),
    doneToday: z.number().int(),
  }),
});
export const releaseReviews = route({
  id: 'releaseReviews',
  feature,
  method: 'DELETE',
  path: '/projects/:projectId/review/hand',
  access: 'review',
  summary: 'Give back the judgments in hand',
  params: projectParams,
  response: z.object({ released: z.number().int() }),
});
export const decideReview = route({
  id: 'decideReview',
  feature,
  method: 'POST',
  path: '/projects/:projectId/reviews/:reviewId/decision',
  access: 'review',
  summary: 'Accept, fix or return a judgment; sending it again with the same clientId changes nothing',
  params: reviewParams,
  body: z
    .strictObject({
      clientId,
      /** The judgment that was seen. */ judgmentId: id,
      verdict,
      grade: key.nullable().default(null),
      criterionGrades: criterionGrades.default({}),
      /** A key of the plan’s aspects → a key of its grades. */
      aspectGrades: criterionGrades.default({}),
      words: words.default(''),
      /** The corrected answers, with `fixed`. */ answers: answers.nullable().default(null),
      activeMs,
    })
    .refine((body) => (body.verdict === 'fixed') === (body.answers !== null), {
      path: ['answers'],
      error: 'belongs to a correction, and only to one',
    })
    .refine((body) => body.verdict !== 'returned' || body.words.trim() !== '', {
      path: ['words'],
      error: 'is empty: tell the author what to look at',
    }),
  response: reviewReceipt,
});
export const undoReview = route({
  id: 'undoReview',
  feature,
  method: 'POST',
  path: '/projects/:projectId/reviews/:reviewId/undo',
  access: 'review',
  summary: 'Take back an own decision within the window, while nobody has acted on it',
  params: reviewParams,
  body: z.strictObject({ decisionId: id }),
  response: empty,
});
export const reviewRoutes = [
  readReviewPlan,
  saveReviewPlan,
  applyReviewPlan,
  takeReviews,
  releaseReviews,
  decideReview,
  undoReview,
] as const;
