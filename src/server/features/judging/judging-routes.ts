import { listPrecedentsBeside } from '#contract/adjudication.ts';
import { flagAssignment as flagContract } from '#contract/flags.ts';
import * as contract from '#contract/judging.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Serve } from '#server/http/serve-route.ts';
import { listOwnJudgments, readOwnCounts } from '#server/store/judgment-store.ts';
import { extendLeases, releaseLeases } from '#server/store/lease-store.ts';
import { findProjectRules } from '#server/store/project-store.ts';
import { amendJudgment } from './amend-judgment.ts';
import { findSimilarTo } from './find-similar-prompts.ts';
import { flagAssignment } from './flag-assignment.ts';
import type { JudgingServices } from './judging-services.ts';
import { listBeside } from './list-precedents.ts';
import { noteDevice } from './note-device.ts';
import { presentOwnJudgment } from './present-judging.ts';
import { PromptShingles } from './prompt-shingles.ts';
import { readOwnDay } from './read-own-day.ts';
import { saveDraft } from './save-draft.ts';
import { itemNamer } from './serve-gold.ts';
import { skipAssignment, unskipAssignment } from './skip-assignment.ts';
import { noSuchAssignment, submitJudgment } from './submit-judgment.ts';
import { dayStart, takeHand } from './take-hand.ts';

/** The annotator's acts: take, keep, submit, amend, skip, flag. */
export function registerJudging(serve: Serve, services: JudgingServices): void {
  const { kysely } = services.database;
  serve(contract.takeHand, async ({ params, body, actor, raw, reply }) => {
    const hand = await takeHand(services, { ...params, ...body, annotatorId: actor.personId });
    if (!isRefusal(hand)) await noteDevice(services, { params, actor, raw, reply });
    return hand;
  });
  serve(contract.releaseHand, async ({ params, actor }) => ({
    released: await releaseLeases(kysely, {
      projectId: params.projectId,
      annotatorId: actor.personId,
      now: services.now(),
    }),
  }));
  serve(contract.heartbeat, async ({ params, actor }) => {
    const leaseUntil = await extendLeases(kysely, {
      ...params,
      annotatorId: actor.personId,
      now: services.now(),
    });
    return leaseUntil
      ? { leaseUntil: leaseUntil.toISOString() }
      : refuse(
          'lease_lost',
          'Your time for this task ran out: fetch your next one. What you wrote is kept as a draft.',
        );
  });
  serve(contract.saveDraft, async ({ params, body, actor }) =>
    saveDraft(services, { ...params, ...body, annotatorId: actor.personId }),
  );
  serve(contract.submitJudgment, async ({ params, body, actor }) =>
    submitJudgment(services, { ...params, ...body, annotatorId: actor.personId }),
  );
  serve(contract.amendJudgment, async ({ params, body, actor }) =>
    amendJudgment(services, { ...params, ...body, annotatorId: actor.personId }),
  );
  serve(contract.skipAssignment, async ({ params, body, actor }) =>
    skipAssignment(services, { ...params, ...body, annotatorId: actor.personId }),
  );
  serve(contract.unskipAssignment, async ({ params, actor }) =>
    unskipAssignment(services, { ...params, annotatorId: actor.personId }),
  );
  serve(flagContract, async ({ params, body, actor }) =>
    flagAssignment(services, { ...params, ...body, annotatorId: actor.personId }),
  );
  const shingles = new PromptShingles();
  serve(listPrecedentsBeside, async ({ params, query, actor }) =>
    listBeside(services, { ...params, ...query, annotatorId: actor.personId }),
  );
  serve(contract.findSimilarPrompts, async ({ params, body, actor }) =>
    findSimilarTo({ ...services, shingles }, { ...params, ...body, annotatorId: actor.personId }),
  );
  serve(contract.listOwnJudgments, async ({ params, query, actor }) => {
    const who = { projectId: params.projectId, annotatorId: actor.personId };
    const rules = await findProjectRules(kysely, params.projectId);
    if (!rules) return noSuchAssignment();
    const rows = await listOwnJudgments(kysely, { ...who, limit: query.limit });
    const progress = await readOwnCounts(kysely, { ...who, dayStartedAt: dayStart(services, undefined) });
    const nameItem = await itemNamer(services, { ...who, ...rules });
    const { amendWindowMs } = rules;
    return { judgments: rows.map((row) => presentOwnJudgment(row, { amendWindowMs, nameItem })), progress };
  });
  serve(contract.readOwnDay, async ({ params, query, actor }) =>
    readOwnDay(services, { ...params, ...query, annotatorId: actor.personId }),
  );
}
