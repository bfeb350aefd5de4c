import type { Answers } from '#domain/judging/answers.ts';
import { simulatedAnnotators } from '#seeds/demo/annotator.ts';
import { simulatedReviewer } from '#seeds/demo/reviewer.ts';
import { simulateReview } from '#seeds/demo/simulate-review.ts';
import { demoPeople } from '#server/features/accounts/demo-people.ts';
import { disputeReview, redoJudgment } from '#server/features/review/answer-review.ts';
import { decideJudgment } from '#server/features/review/decide-judgment.ts';
import { sweepAll } from '#server/features/review/sweep-judgments.ts';
import { takeReviews } from '#server/features/review/take-reviews.ts';
import { listOwnReviewRows, type OwnReviewRow } from '#server/store/own-review-store.ts';
import { granted } from './granted.ts';
import type { SeedServices } from './seed-services.ts';
import type { Watching } from './watching.ts';

const mostInHand = 3;

/** The reviewer sits down and looks at so many of the judgments that wait, in the order of the queue. */
export async function reviewSome(
  services: SeedServices,
  watching: Watching,
  judgments: number,
): Promise<void> {
  const { projectId, reviewerId, overallKey } = watching;
  await sweepAll(services, projectId);
  let returns = true;
  for (let left = judgments; left > 0; ) {
    const size = Math.min(mostInHand, left);
    const { tasks } = await takeReviews(services, { projectId, personId: reviewerId, size });
    if (tasks.length === 0) return;
    for (const { judgmentId, reviewId, itemId, answers: judged } of tasks) {
      const { own, gap, activeMs } = seeForOneself(watching, itemId);
      const decision = simulateReview({ overallKey, judged: judged as Answers, own, gap, returns });
      // In turns, so that a visitor meets both.
      if (decision.grade === 'major') returns = !returns;
      services.setNow(new Date(services.now().getTime() + activeMs));
      granted(
        await decideJudgment(services, {
          ...{ ...decision, projectId, reviewId, reviewerId, judgmentId, activeMs },
          ...{ clientId: services.newId(), criterionGrades: {}, aspectGrades: {} },
        }),
      );
    }
    left -= tasks.length;
  }
}

function seeForOneself({ items, rubric, random }: Watching, itemId: string) {
  const item = items.get(itemId);
  if (item === undefined) throw new Error('The demo could not be set up: nothing is known about an item.');
  const judging = { annotator: simulatedReviewer, rubric, random, judgedBefore: 0 };
  const { answers: own, activeMs } = item.judge(judging);
  return { own, gap: item.gap, activeMs };
}

const mostOwn = 100;

/** Authors redo what came back, and one disputes; those whom a visitor may be leave it to the visitor. */
export async function answerReviews(services: SeedServices, watching: Watching): Promise<void> {
  const { projectId, people, quality } = watching;
  const rows: { personId: string; row: OwnReviewRow }[] = [];
  for (const { email } of simulatedAnnotators) {
    if (demoPeople.some((person) => person.email === email)) continue;
    const personId = people.get(email) ?? '';
    const own = await listOwnReviewRows(services.database.kysely, { projectId, personId, limit: mostOwn });
    rows.push(...own.map((row) => ({ personId, row })));
  }
  let mayDispute = rows.every(({ row }) => row.answer !== 'disputed');
  for (const { personId, row } of rows) {
    if (row.answer !== null || !row.isCurrent) continue;
    const answering = { projectId, personId, reviewId: row.reviewId, clientId: services.newId() };
    if (mayDispute) granted(await disputeReview(services, { ...answering, words: quality.disputeWords }));
    else if (row.verdict === 'returned') {
      const { own: answers, activeMs } = seeForOneself(watching, row.itemId);
      granted(await redoJudgment(services, { ...answering, answers, activeMs }));
    }
    mayDispute = false;
  }
}
