import * as own from '#contract/own-reviews.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import * as contract from '#contract/review.ts';
import * as figures from '#contract/review-figures.ts';
import { can } from '#domain/access/can.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import type { Serve } from '#server/http/serve-route.ts';
import { releaseHeldReviews } from '#server/store/review-queue-store.ts';
import { disputeReview, redoJudgment } from './answer-review.ts';
import { decideJudgment } from './decide-judgment.ts';
import { listOwn, readOwn } from './own-reviews.ts';
import { readFigures, readPersonFigures } from './read-figures.ts';
import type { ReviewServices } from './review-services.ts';
import { applyPlan, readPlan, savePlan } from './save-plan.ts';
import { takeReviews } from './take-reviews.ts';
import { undoReview } from './undo-review.ts';

/** Looking at others' judgments: what is sampled, what reviewers decide, and what authors answer. */
export function registerReview(serve: Serve, services: ReviewServices): void {
  const { kysely } = services.database;
  serve(contract.readReviewPlan, async ({ params }) => readPlan(kysely, params.projectId));
  serve(contract.saveReviewPlan, async ({ params, body, actor }) =>
    savePlan(services, { ...params, ...body, personId: actor.personId }),
  );
  serve(contract.applyReviewPlan, async ({ params }) => applyPlan(services, params.projectId));
  serve(contract.takeReviews, async ({ params, body, actor }) =>
    takeReviews(services, { ...params, ...body, personId: actor.personId }),
  );
  serve(contract.releaseReviews, async ({ params, actor }) => ({
    released: await releaseHeldReviews(kysely, { ...params, personId: actor.personId }),
  }));
  serve(contract.decideReview, async ({ params, body, actor }) =>
    decideJudgment(services, {
      ...params,
      ...body,
      answers: body.answers as never,
      reviewerId: actor.personId,
    }),
  );
  serve(contract.undoReview, async ({ params, body, actor }) => {
    const refusal = await undoReview(services, { ...params, ...body, reviewerId: actor.personId });
    return refusal ?? {};
  });
  serve(figures.readReviewFigures, ({ params, actor, roles }) =>
    readFigures(services, {
      ...params,
      onlyReviewerId: can(actor, 'manage_project', { kind: 'project', roles }) ? null : actor.personId,
    }),
  );
  serve(figures.readPersonReviewFigures, async ({ params }) => ({
    figures: await readPersonFigures(services, params),
  }));
  registerAuthorsSide(serve, services);
}

function registerAuthorsSide(serve: Serve, services: ReviewServices): void {
  const { kysely } = services.database;
  serve(own.listOwnReviews, async ({ params, actor }) =>
    listOwn(kysely, { ...params, personId: actor.personId }),
  );
  serve(own.readOwnReview, async ({ params, actor }) =>
    readOwn(kysely, { ...params, personId: actor.personId }),
  );
  const answered = async (refusal: HttpRefusal | undefined, who: Parameters<typeof readOwn>[1]) => {
    if (refusal) return refusal;
    const { reviews } = await listOwn(kysely, who);
    return reviews.find(({ reviewId }) => reviewId === who.reviewId) ?? readOwn(kysely, who);
  };
  serve(own.redoJudgment, async ({ params, body, actor }) => {
    const who = { ...params, personId: actor.personId };
    const outcome = await redoJudgment(services, { ...who, ...body, answers: body.answers as never });
    return answered(outcome, who);
  });
  serve(own.disputeReview, async ({ params, body, actor }) => {
    const who = { ...params, personId: actor.personId };
    const outcome = await disputeReview(services, { ...who, ...body });
    return isRefusal(outcome) ? outcome : answered(outcome, who);
  });
}
