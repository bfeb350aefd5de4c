import { z } from 'zod';
import { figureGaps } from '#domain/people-quality/figure.ts';
import { firingStates, firingStepKinds } from '#domain/thresholds/firing-state.ts';
import {
  personTiers,
  thresholdActs,
  thresholdBounds,
  thresholdLimits,
  thresholdMeasures,
} from '#domain/thresholds/rule.ts';
import { route } from './route.ts';
import { empty, filledText, id, instant, projectParams } from './wire.ts';

const count = z.number().int();
export const personTier = z.enum(personTiers);

export const thresholdRule = z
  .strictObject({
    measure: z.enum(thresholdMeasures),
    /** Which judgments are looked at; reliability and consistency are computed over all of them. */
    window: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('last'), judgments: count }),
      z.strictObject({ kind: z.literal('days'), days: count }),
      z.strictObject({ kind: z.literal('all') }),
    ]),
    /** Which end of the 95 % interval is held against the limit: `upper` below it says that the person surely is below. */
    bound: z.enum(thresholdBounds),
    side: z.enum(['below', 'above']),
    /** A share from 0 to 1. */ limit: z.number(),
    /** Fewer judgments decide nothing. */ least: count,
    /** Whom it watches. */ tiers: z.array(personTier).max(personTiers.length),
    act: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('warn') }),
      /** Nothing but gold until `passes` of the last `tasks` were passed. */
      z.strictObject({ kind: z.literal('calibrate'), tasks: count, passes: count }),
      z.strictObject({ kind: z.literal('pause') }),
      /** Since the start of the window, or since the last lasting change for the worse where there was one. */
      z.strictObject({ kind: z.literal('exclude'), since: z.enum(['window', 'change']) }),
      z.strictObject({ kind: z.literal('lower_tier') }),
      z.strictObject({ kind: z.literal('raise_tier') }),
    ]),
  })
  .meta({ id: 'ThresholdRule' });

export const storedRule = z
  .object({
    ruleId: id,
    name: z.string(),
    version: count,
    isOn: z.boolean(),
    rule: thresholdRule,
    changedAt: instant,
  })
  .meta({ id: 'StoredThresholdRule' });

/** What a rule saw of a person. To the person themselves instants are days, which tell nothing about single tasks. */
export const thresholdEvidence = z
  .object({
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: count,
    from: z.string(),
    to: z.string(),
    /** The number that is held against the limit. */ compared: z.number(),
    /** Of rules that exclude: since when. */ since: z.string().nullable(),
    /** Whether a lasting change began there. */ isSinceChange: z.boolean(),
  })
  .meta({ id: 'ThresholdEvidence' });

/** What a rule would do with a person today. */
export const thresholdVerdict = z
  .object({
    fires: z.boolean(),
    /** Null where it fires. */
    reason: z
      .enum(['within', 'too_few', 'not_computable', 'other_tier', 'last_tier', 'reads_gold'])
      .nullable(),
    evidence: thresholdEvidence.nullable(),
    /** Where there is too little: judgments that are there, and that it takes. */
    n: count.nullable(),
    needed: count.nullable(),
    gap: z.enum(figureGaps).nullable(),
  })
  .meta({ id: 'ThresholdVerdict' });

const tierChange = z.object({ before: personTier, after: personTier });
const step = z.object({
  kind: z.enum(firingStepKinds),
  /** Who took it; empty where the server did. */ name: z.string(),
  words: z.string(),
  /** Judgments that count again. */ restored: count,
  /** Of them, those whose replacement is there: their items have one more than was asked for. */ beyond:
    count,
  /** The tier after a reversal. */ tier: personTier.nullable(),
  at: instant,
});

export const thresholdFiring = z
  .object({
    firingId: id,
    ruleId: id,
    ruleName: z.string(),
    /** In the version that fired. */ rule: thresholdRule,
    personId: id,
    personName: z.string(),
    act: z.enum(thresholdActs),
    evidence: thresholdEvidence,
    /** Judgments that it took out. */ excluded: count,
    tier: tierChange.nullable(),
    firedAt: instant,
    state: z.enum(firingStates),
    /** Whether it still changes what happens to the person. */ isInForce: z.boolean(),
    steps: z.array(step),
  })
  .meta({ id: 'ThresholdFiring' });

const feature = 'thresholds';
const ruleBody = {
  name: filledText({ max: thresholdLimits.nameCharacters }),
  rule: thresholdRule,
  isOn: z.boolean(),
};
const ruleParams = z.strictObject({ projectId: id, ruleId: id });
const words = filledText({ max: thresholdLimits.wordsCharacters });

export const listThresholds = route({
  id: 'listThresholds',
  feature,
  method: 'GET',
  path: '/projects/:projectId/thresholds',
  access: 'see_people',
  summary: 'The rules that act on people, and everybody’s tier',
  params: projectParams,
  response: z.object({
    rules: z.array(storedRule),
    /** Figures are as of then; null where none were computed yet. */ computedAt: instant.nullable(),
    people: z.array(z.object({ personId: id, name: z.string(), tier: personTier })),
  }),
});
export const addThreshold = route({
  id: 'addThreshold',
  feature,
  method: 'POST',
  path: '/projects/:projectId/thresholds',
  access: 'manage_project',
  summary: 'Add a rule',
  description:
    'A rule that is on acts whenever figures on people are computed, and on the same judgments of a person only once.',
  params: projectParams,
  body: z.strictObject(ruleBody),
  response: storedRule,
  status: 201,
});
export const changeThreshold = route({
  id: 'changeThreshold',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/thresholds/:ruleId',
  access: 'manage_project',
  summary: 'Change a rule, or switch it on or off; what it did before stays as it was',
  params: ruleParams,
  body: z.strictObject({ ...ruleBody, /** The version that was changed. */ version: count }),
  response: storedRule,
});
export const removeThreshold = route({
  id: 'removeThreshold',
  feature,
  method: 'DELETE',
  path: '/projects/:projectId/thresholds/:ruleId',
  access: 'manage_project',
  summary: 'Take a rule away; what it did stays until it is reversed',
  params: ruleParams,
  response: empty,
});
export const previewThreshold = route({
  id: 'previewThreshold',
  feature,
  method: 'POST',
  path: '/projects/:projectId/threshold-preview',
  access: 'see_people',
  summary: 'What a rule would do today, person by person, without doing it',
  params: projectParams,
  body: z.strictObject({
    rule: thresholdRule,
    /** The rule that it is a change of: judgments on which that one fired are left out. */ ruleId:
      id.optional(),
  }),
  response: z.object({
    people: z.array(z.object({ personId: id, name: z.string(), verdict: thresholdVerdict })),
  }),
});
export const applyThresholds = route({
  id: 'applyThresholds',
  feature,
  method: 'POST',
  path: '/projects/:projectId/threshold-evaluation',
  access: 'manage_project',
  summary: 'Hold everybody against the rules that are on, now',
  params: projectParams,
  response: z.object({ /** How often a rule acted. */ fired: count }),
});
export const listThresholdFirings = route({
  id: 'listThresholdFirings',
  feature,
  method: 'GET',
  path: '/projects/:projectId/threshold-firings',
  access: 'see_people',
  summary: 'What rules did, newest first, with the evidence and what was done about it',
  params: projectParams,
  query: z.strictObject({ personId: id.optional() }),
  response: z.object({ firings: z.array(thresholdFiring) }),
});
export const answerThresholdFiring = route({
  id: 'answerThresholdFiring',
  feature,
  method: 'POST',
  path: '/projects/:projectId/threshold-firings/:firingId/answer',
  access: 'manage_project',
  summary: 'Uphold a disputed act, end a pause or a calibration, or reverse an act',
  description:
    'Reversing lets excluded judgments count again and gives a tier back, unless it was changed since. Sent twice, it is done once.',
  params: z.strictObject({ projectId: id, firingId: id }),
  body: z.strictObject({ step: z.enum(['upheld', 'lifted', 'reversed']), words }),
  response: thresholdFiring,
});
export const setPersonTier = route({
  id: 'setPersonTier',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/tiers/:personId',
  access: 'manage_project',
  summary: 'Set somebody’s tier by hand',
  params: z.strictObject({ projectId: id, personId: id }),
  body: z.strictObject({ tier: personTier }),
  response: empty,
});

export const thresholdRoutes = [
  listThresholds,
  addThreshold,
  changeThreshold,
  removeThreshold,
  previewThreshold,
  applyThresholds,
  listThresholdFirings,
  answerThresholdFiring,
  setPersonTier,
] as const;
