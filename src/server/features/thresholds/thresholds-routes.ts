import * as ownContract from '#contract/own-thresholds.ts';
import * as contract from '#contract/thresholds.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { transact } from '#server/database/transact.ts';
import type { Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { listMembers } from '#server/store/member-store.ts';
import { findQuality } from '#server/store/quality-store.ts';
import { listTiers, writeTier } from '#server/store/standing-store.ts';
import { listFirings } from '#server/store/threshold-firing-store.ts';
import { listThresholdRules, lockThresholds } from '#server/store/threshold-rule-store.ts';
import { applyRules } from './apply-rules.ts';
import { readStanding } from './own-standing.ts';
import { presentFiring, presentOwnFiring } from './present-firing.ts';
import { previewRule } from './preview-rule.ts';
import { presentRule, removeRule, saveRule } from './save-rule.ts';
import { takeStep } from './take-step.ts';

const mostListed = 200;

/** Rules that act on people, what they did, and what people say to that. */
export function registerThresholds(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(contract.listThresholds, async ({ params: { projectId } }) => {
    const rules = await listThresholdRules(kysely, { projectId });
    const members = await listMembers(kysely, projectId);
    const tiers = await listTiers(kysely, projectId);
    return {
      rules: rules.map(presentRule),
      computedAt: (await findQuality(kysely, projectId))?.computedAt?.toISOString() ?? null,
      people: members
        .filter(({ roles }) => roles.includes('annotator'))
        .map(({ personId, name }) => ({ personId, name, tier: tiers.get(personId) ?? 'regular' })),
    };
  });
  serve(contract.addThreshold, ({ params, body, actor }) =>
    saveRule(services, { ...params, ...body, personId: actor.personId }),
  );
  serve(contract.changeThreshold, ({ params, body, actor }) =>
    saveRule(services, { ...params, ...body, personId: actor.personId }),
  );
  serve(contract.removeThreshold, ({ params }) => removeRule(services, params));
  serve(contract.previewThreshold, ({ params, body }) => previewRule(services, { ...params, ...body }));
  serve(contract.applyThresholds, async ({ params }) => ({
    fired: await applyRules(services, params.projectId),
  }));
  serve(contract.listThresholdFirings, async ({ params: { projectId }, query: { personId } }) => ({
    firings: (
      await listFirings(kysely, { projectId, ...(personId !== undefined && { personId }), limit: mostListed })
    ).map(presentFiring),
  }));
  serve(contract.answerThresholdFiring, async ({ params, body, actor }) => {
    const { step: kind, words } = body;
    const firing = await takeStep(services, {
      ...params,
      kind,
      words,
      personId: actor.personId,
      isOwn: false,
    });
    return isRefusal(firing) ? firing : presentFiring(firing);
  });
  serve(contract.setPersonTier, async ({ params: { projectId, personId }, body: { tier } }) => {
    const isMember = (await listMembers(kysely, projectId)).some((member) => member.personId === personId);
    if (!isMember) return refuse('not_found', 'There is no such person in this project: load the page anew.');
    await transact(kysely, async (transaction) => {
      await lockThresholds(transaction, projectId);
      await writeTier(transaction, { projectId, personId, tier, now: services.now() });
    });
    return {};
  });
  registerOwn(serve, services);
}

function registerOwn(serve: Serve, services: Services): void {
  serve(ownContract.readOwnStanding, ({ params, actor }) =>
    readStanding(services, { ...params, personId: actor.personId }),
  );
  serve(ownContract.disputeFiring, async ({ params, body, actor }) => {
    const own = { ...params, personId: actor.personId, isOwn: true };
    const firing = await takeStep(services, { ...own, kind: 'disputed', words: body.words });
    return isRefusal(firing) ? firing : presentOwnFiring(firing);
  });
  serve(ownContract.noteFiringSeen, async ({ params, actor }) => {
    const own = { ...params, personId: actor.personId, isOwn: true };
    const firing = await takeStep(services, { ...own, kind: 'seen', words: '' });
    return isRefusal(firing) ? firing : presentOwnFiring(firing);
  });
}
