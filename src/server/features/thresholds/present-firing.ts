import type { z } from 'zod';
import type { ownFiring } from '#contract/own-thresholds.ts';
import type { thresholdEvidence, thresholdFiring } from '#contract/thresholds.ts';
import type { ThresholdEvidence } from '#domain/thresholds/decide-firing.ts';
import { firingState, isInForce } from '#domain/thresholds/firing-state.ts';
import type { StoredFiring } from '#server/store/threshold-firing-store.ts';
import { presentRuleBody } from './save-rule.ts';

type Firing = z.infer<typeof thresholdFiring>;

const instantOf = (atMs: number) => new Date(atMs).toISOString();

export function presentEvidence(evidence: ThresholdEvidence): z.infer<typeof thresholdEvidence> {
  const { fromMs, toMs, sinceMs, ...rest } = evidence;
  return {
    ...rest,
    from: instantOf(fromMs),
    to: instantOf(toMs),
    since: sinceMs === null ? null : instantOf(sinceMs),
  };
}

export function presentFiring(stored: StoredFiring): Firing {
  const { effect, evidence, rule, firedAt, endedAt: _ended, steps, ...rest } = stored;
  const facts = { act: stored.act, steps: steps.map(({ kind }) => kind) };
  return {
    ...rest,
    rule: presentRuleBody(rule),
    evidence: presentEvidence(evidence),
    excluded: effect.excluded ?? 0,
    tier: effect.tier ?? null,
    firedAt: firedAt.toISOString(),
    state: firingState(facts),
    isInForce: isInForce(facts),
    steps: steps.map(({ effect: done, at, ...step }) => ({
      ...step,
      restored: done.restored ?? 0,
      beyond: done.beyond ?? 0,
      tier: done.tier ?? null,
      at: at.toISOString(),
    })),
  };
}

/** For the person themselves: by the minute, evidence on gold would tell which tasks were gold. */
export function presentOwnFiring(stored: StoredFiring): z.infer<typeof ownFiring> {
  const { personId: _id, personName: _name, evidence, ...firing } = presentFiring(stored);
  const { from, to, since } = evidence;
  return {
    ...firing,
    evidence: { ...evidence, from: dayOf(from), to: dayOf(to), since: since === null ? null : dayOf(since) },
  };
}

const dayOf = (instant: string) => instant.slice(0, 10);
