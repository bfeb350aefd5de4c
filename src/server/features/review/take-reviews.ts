import type { takeReviews as contract } from '#contract/review.ts';
import type { ResponseOf } from '#contract/route.ts';
import { blindPrompt, blindResponses, shownExtras } from '#domain/items/hide-origin.ts';
import type { ItemExtras, ItemResponse, Message } from '#domain/items/item.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { findReviewPlan } from '#server/store/review-plan-store.ts';
import {
  countForReviewer,
  type EarlierReviewRow,
  type HeldReviewRow,
  leaseReviews,
  listEarlierReviews,
  listHeldReviews,
} from '#server/store/review-queue-store.ts';
import { reviewLeaseMs } from './review-services.ts';
import { sweepPage } from './sweep-judgments.ts';

type Hand = ResponseOf<typeof contract>;
type Task = Hand['tasks'][number];

/** Gives a reviewer what to look at next, after a look at what was submitted since. */
export async function takeReviews(
  services: Services,
  take: { projectId: string; personId: string; size: number; dayStartedAt?: string | undefined },
): Promise<Hand> {
  const { projectId, personId, size } = take;
  const { isEnd } = await sweepPage(services, { projectId });
  // The rest in the background: a person waits for a page at most.
  if (!isEnd) await services.jobs.send(services.database.kysely, 'review', projectId);
  const now = services.now();
  const leaseUntil = new Date(now.getTime() + reviewLeaseMs);
  const held = await transact(services.database.kysely, async (transaction) => {
    await leaseReviews(transaction, { projectId, personId, size, leaseUntil, now });
    return listHeldReviews(transaction, { projectId, personId, limit: size });
  });
  const { kysely } = services.database;
  const earlier = await listEarlierReviews(
    kysely,
    held.map(({ assignmentId }) => assignmentId),
  );
  const plan = await findReviewPlan(kysely, { projectId });
  const since = new Date(take.dayStartedAt ?? `${now.toISOString().slice(0, 10)}T00:00:00.000Z`);
  const counts = await countForReviewer(kysely, { projectId, personId, since, now });
  const showsAuthor = plan?.plan.showsAuthor ?? false;
  return { tasks: held.map((row) => presentTask(row, { earlier, showsAuthor })), ...counts };
}

function presentTask(
  row: HeldReviewRow,
  { earlier, showsAuthor }: { earlier: readonly EarlierReviewRow[]; showsAuthor: boolean },
): Task {
  return {
    reviewId: row.reviewId,
    itemId: row.itemId,
    judgmentId: row.judgmentId,
    leaseUntil: row.leaseUntil.toISOString(),
    reasons: row.reasons,
    round: row.round,
    author: showsAuthor ? { personId: row.authorId, name: row.authorName } : null,
    submittedAt: row.submittedAt.toISOString(),
    activeMs: row.activeMs,
    rubricVersion: row.rubricVersion,
    guidelineVersion: row.guidelineVersion,
    answers: row.answers as Task['answers'],
    earlier: earlier.filter((each) => isTold(row, each)).map(presentEarlier),
    prompt: blindPrompt(row.prompt as Message[]),
    responses: blindResponses(row.responses as ItemResponse[], row.shownOrder),
    ...shownExtras(row.extras as ItemExtras, row.assignmentId),
  };
}

/** Of the same round only the final look knows what was said: a second one is blind. */
function isTold(row: HeldReviewRow, earlier: EarlierReviewRow): boolean {
  if (earlier.assignmentId !== row.assignmentId) return false;
  return earlier.round < row.round || (row.kind === 'final' && earlier.round === row.round);
}

function presentEarlier(row: EarlierReviewRow): Task['earlier'][number] {
  const { verdict, grade, criterionGrades, aspectGrades, words, answers, round, disputeWords } = row;
  return {
    verdict,
    grade,
    criterionGrades,
    aspectGrades,
    words,
    answers: answers as Task['answers'] | null,
    round,
    disputeWords,
  };
}
