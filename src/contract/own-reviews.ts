import { z } from 'zod';
import { reviewVerdicts } from '#domain/review/decide-review.ts';
import { reviewLimits } from '#domain/review/review-plan.ts';
import { answers } from './answers.ts';
import { itemTexts } from './judging.ts';
import { route } from './route.ts';
import { filledText, id, instant, projectParams } from './wire.ts';

const verdict = z.enum(reviewVerdicts);

export const ownReview = z
  .object({
    reviewId: id,
    itemId: id,
    promptPreview: z.string(),
    verdict: z.enum(['fixed', 'returned']),
    /** The label of the grade. */ grade: z.string().nullable(),
    words: z.string(),
    decidedAt: instant,
    /** What the author did about it. */
    answer: z.enum(['redone', 'disputed']).nullable(),
    answerWords: z.string(),
    /** What came of the second look. */
    resolution: z.object({ verdict, words: z.string(), at: instant }).nullable(),
    mayRedo: z.boolean(),
    mayDispute: z.boolean(),
  })
  .meta({ id: 'OwnReview' });

export const ownReviewDetail = ownReview
  .extend({
    judgmentId: id,
    rubricVersion: z.number().int(),
    guidelineVersion: z.number().int(),
    /** What the author said. */ answers,
    /** What stands now, where a reviewer corrected it. */ corrected: answers.nullable(),
    /** Key of a criterion → label of its grade. */ criterionGrades: z.record(z.string(), z.string()),
    /** Aspects and grades by their labels. */
    aspectGrades: z.array(z.object({ aspect: z.string(), grade: z.string() })),
    ...itemTexts,
  })
  .meta({ id: 'OwnReviewDetail' });

const feature = 'review';
const reviewParams = z.strictObject({ projectId: id, reviewId: id });
/** Chosen by the client before the first try, so that a retry changes nothing. */
const clientId = id;
const activeMs = z.number().int().min(0).max(86_400_000);

export const listOwnReviews = route({
  id: 'listOwnReviews',
  feature,
  method: 'GET',
  path: '/projects/:projectId/own-reviews',
  access: 'judge',
  summary: 'Own judgments that a reviewer returned or corrected, newest first',
  params: projectParams,
  response: z.object({ reviews: z.array(ownReview) }),
});
export const readOwnReview = route({
  id: 'readOwnReview',
  feature,
  method: 'GET',
  path: '/projects/:projectId/own-reviews/:reviewId',
  access: 'judge',
  summary: 'One of them with the task and both answers',
  params: reviewParams,
  response: ownReviewDetail,
});
export const redoJudgment = route({
  id: 'redoJudgment',
  feature,
  method: 'POST',
  path: '/projects/:projectId/own-reviews/:reviewId/redo',
  access: 'judge',
  summary: 'Answer a returned judgment with a new one; the earlier one is kept as history',
  params: reviewParams,
  body: z.strictObject({ clientId, answers, activeMs }),
  response: ownReview,
});
export const disputeReview = route({
  id: 'disputeReview',
  feature,
  method: 'POST',
  path: '/projects/:projectId/own-reviews/:reviewId/dispute',
  access: 'judge',
  summary: 'Say why the reviewer is wrong: somebody else then looks, and that stands',
  params: reviewParams,
  body: z.strictObject({ clientId, words: filledText({ max: reviewLimits.wordsCharacters }) }),
  response: ownReview,
});

export const ownReviewRoutes = [listOwnReviews, readOwnReview, redoJudgment, disputeReview] as const;
