import type { z } from 'zod';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { ResponseOf } from '#contract/route.ts';
import type { previewThreshold, thresholdRule, thresholdVerdict } from '#contract/thresholds.ts';
import { decideFiring, type ThresholdVerdict } from '#domain/thresholds/decide-firing.ts';
import type { Services } from '#server/services/services.ts';
import { listNames } from '#server/store/person-store.ts';
import { firingKey, listLastFirings } from '#server/store/threshold-firing-store.ts';
import { presentEvidence } from './present-firing.ts';
import { readWatched } from './read-watched.ts';
import { refuseRule } from './save-rule.ts';

/** What a rule would do today, those first on whom it would act. */
export async function previewRule(
  services: Services,
  {
    projectId,
    rule,
    ruleId,
  }: { projectId: string; rule: z.infer<typeof thresholdRule>; ruleId?: string | undefined },
): Promise<ResponseOf<typeof previewThreshold> | HttpRefusal> {
  const invalid = refuseRule(rule);
  if (invalid) return invalid;
  const { kysely } = services.database;
  const watched = await readWatched(kysely, projectId);
  const names = await listNames(
    kysely,
    watched.map(({ personId }) => personId),
  );
  const earlier = ruleId === undefined ? undefined : await listLastFirings(kysely, { projectId, ruleId });
  const nowMs = services.now().getTime();
  const people = watched.map((person) => {
    const { personId } = person;
    const last = (ruleId === undefined ? undefined : earlier?.get(firingKey({ ruleId, personId }))) ?? null;
    const verdict = decideFiring({ rule, person, earlier: last, nowMs });
    return { personId, name: names.get(personId) ?? '', verdict: presentVerdict(verdict) };
  });
  people.sort((a, b) => Number(b.verdict.fires) - Number(a.verdict.fires) || a.name.localeCompare(b.name));
  return { people };
}

function presentVerdict(verdict: ThresholdVerdict): z.infer<typeof thresholdVerdict> {
  return {
    fires: verdict.kind === 'fires',
    reason: verdict.kind === 'fires' ? null : verdict.reason,
    evidence: 'evidence' in verdict ? presentEvidence(verdict.evidence) : null,
    n: 'n' in verdict ? verdict.n : null,
    needed: 'needed' in verdict ? verdict.needed : null,
    gap: 'gap' in verdict ? verdict.gap : null,
  };
}
