import type { listOwnReviews as listContract, readOwnReview as readContract } from '#contract/own-reviews.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { ResponseOf } from '#contract/route.ts';
import { blindPrompt, blindResponses, shownExtras } from '#domain/items/hide-origin.ts';
import type { ItemExtras, ItemResponse, Message } from '#domain/items/item.ts';
import { ownReviewActs } from '#domain/review/own-review-state.ts';
import type { ReviewGrade, ReviewPlan } from '#domain/review/review-plan.ts';
import { lineOf } from '#domain/text/line-of.ts';
import type { Executor } from '#server/database/database.ts';
import { listOwnReviewRows, type OwnReviewRow } from '#server/store/own-review-store.ts';
import { findReviewPlan } from '#server/store/review-plan-store.ts';
import { noSuchReview } from './decide-judgment.ts';

type OwnReview = ResponseOf<typeof listContract>['reviews'][number];
type Detail = ResponseOf<typeof readContract>;

const mostListed = 100;

interface Who {
  readonly projectId: string;
  readonly personId: string;
}

/** What reviewers returned to a person or corrected. */
export async function listOwn(executor: Executor, who: Who): Promise<ResponseOf<typeof listContract>> {
  const { grades } = await readGrading(executor, who.projectId);
  const rows = await listOwnReviewRows(executor, { ...who, limit: mostListed });
  return { reviews: rows.map((row) => presentOwn(row, grades)) };
}

export async function readOwn(
  executor: Executor,
  query: Who & { reviewId: string },
): Promise<Detail | HttpRefusal> {
  const [row] = await listOwnReviewRows(executor, { ...query, limit: 1 });
  if (row === undefined) return noSuchReview();
  const { grades, aspects } = await readGrading(executor, query.projectId);
  const corrected = row.finalVerdict === 'fixed' ? row.finalAnswers : row.corrected;
  return {
    ...presentOwn(row, grades),
    judgmentId: row.judgmentId,
    rubricVersion: row.rubricVersion,
    guidelineVersion: row.guidelineVersion,
    answers: row.answers as Detail['answers'],
    corrected: corrected as Detail['corrected'],
    criterionGrades: Object.fromEntries(
      Object.entries(row.criterionGrades).map(([key, grade]) => [key, labelOf(grades, grade)]),
    ),
    aspectGrades: Object.entries(row.aspectGrades).map(([aspect, grade]) => ({
      aspect: labelOf(aspects, aspect),
      grade: labelOf(grades, grade),
    })),
    prompt: blindPrompt(row.prompt as Message[]),
    responses: blindResponses(row.responses as ItemResponse[], row.shownOrder),
    ...shownExtras(row.extras as ItemExtras, row.assignmentId),
  };
}

async function readGrading(
  executor: Executor,
  projectId: string,
): Promise<Pick<ReviewPlan, 'grades' | 'aspects'>> {
  return (await findReviewPlan(executor, { projectId }))?.plan ?? { grades: [], aspects: [] };
}

function labelOf(labels: readonly ReviewGrade[], wanted: string): string {
  return labels.find(({ key }) => key === wanted)?.label ?? wanted;
}

function presentOwn(row: OwnReviewRow, grades: readonly ReviewGrade[]): OwnReview {
  // Where only the final look found fault, that is the decision which the author is told.
  const isFinalOnly = row.verdict === 'accepted' && row.finalVerdict !== null;
  const verdict = isFinalOnly ? row.finalVerdict : row.verdict;
  return {
    reviewId: row.reviewId,
    itemId: row.itemId,
    promptPreview: lineOf(row.promptStart ?? ''),
    verdict: verdict === 'fixed' ? 'fixed' : 'returned',
    grade: row.grade === null ? null : labelOf(grades, row.grade),
    words: isFinalOnly ? (row.finalWords ?? '') : row.words,
    decidedAt: (isFinalOnly ? (row.finalAt ?? row.decidedAt) : row.decidedAt).toISOString(),
    answer: row.answer ?? row.finalAnswer,
    answerWords: row.answerWords,
    resolution:
      row.finalVerdict === null || row.finalAt === null || isFinalOnly
        ? null
        : { verdict: row.finalVerdict, words: row.finalWords ?? '', at: row.finalAt.toISOString() },
    ...ownReviewActs(row),
  };
}
