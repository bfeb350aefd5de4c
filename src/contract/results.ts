import { z } from 'zod';
import { flagOutcomes, itemHolds } from '#domain/queue/flag.ts';
import { agreementUnits } from '#domain/results/agreement-values.ts';
import { answers } from './answers.ts';
import { blindResponse, brief, codeSetup, dialogueTurn, message } from './judging.ts';
import { route } from './route.ts';
import { empty, id, instant, pageOf, pageQuery, projectParams, text } from './wire.ts';

/** A statistic that may be undefined; `reason` then says why. */
export const estimate = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: z.number().int(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Estimate' });

export const progress = z
  .object({
    itemsTotal: z.number().int(),
    itemsDone: z.number().int(),
    itemsStarted: z.number().int(),
    /** Out of the queue until somebody decides. */ itemsHeld: z.number().int(),
    judgmentsTotal: z.number().int(),
    judgmentsWanted: z.number().int(),
    judgmentsLastHour: z.number().int(),
    leasesLive: z.number().int(),
    skips: z.number().int(),
    flagsOpen: z.number().int(),
    medianActiveMs: z.number().int().nullable(),
    perDay: z.array(z.object({ day: z.string(), judgments: z.number().int() })),
    people: z.array(
      z.object({
        personId: id,
        name: z.string(),
        judgments: z.number().int(),
        skips: z.number().int(),
        medianActiveMs: z.number().int().nullable(),
        lastAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'Progress' });

export const criterionAgreement = z
  .object({
    key: z.string(),
    label: z.string(),
    target: z.string(),
    metric: z.enum(['nominal', 'ordinal', 'interval']),
    /** What is counted as one unit. */ unit: z.enum(agreementUnits),
    /** Share of agreeing pairs of judgments of one unit, 0–1, with a Wilson interval over units. */
    percentAgreement: estimate,
    /** Krippendorff's alpha; the interval is a bootstrap over units. */
    alpha: estimate,
    units: z.number().int(),
    values: z.number().int(),
  })
  .meta({ id: 'CriterionAgreement' });

export const judge = z.object({ personId: id, name: z.string() });

/** What a flag says. */
export const flagWords = {
  kind: z.string(),
  note: z.string(),
  /** What the rubric or the guidelines do not settle, where the flag came with a judgment. */
  criterionKey: z.string().nullable(),
  section: z.string(),
  violationType: z.string().nullable(),
  quote: z.string(),
  unitId: z.string().nullable(),
};
/** How a flag ended; null while it is open. */
export const settled = z
  .object({ by: judge, note: z.string(), outcome: z.enum(flagOutcomes).nullable(), at: instant })
  .nullable();
export const judgmentRow = z
  .object({
    judgmentId: id,
    itemId: id,
    annotator: judge,
    submittedAt: instant,
    activeMs: z.number().int(),
    revision: z.number().int(),
    rubricVersion: z.number().int(),
    guidelineVersion: z.number().int(),
    answers,
    /** Response ids in the order shown to this annotator. */ shownOrder: z.array(z.string()),
    promptPreview: z.string(),
    /** Whether an open flag of this annotator is on the item. */ flagged: z.boolean(),
  })
  .meta({ id: 'JudgmentRow' });

export const itemRow = z
  .object({
    itemId: id,
    promptPreview: z.string(),
    responseCount: z.number().int(),
    judgments: z.number().int(),
    wanted: z.number().int(),
    /** Open ones. */ flags: z.number().int(),
    skips: z.number().int(),
    hold: z.enum(itemHolds),
    hasGold: z.boolean(),
    hasSourceVerdict: z.boolean(),
    domain: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'ItemRow' });

export const itemDetail = z
  .object({
    itemId: id,
    prompt: z.array(message),
    responses: z.array(blindResponse.extend({ model: z.string().nullable() })),
    brief: brief.optional(),
    code: codeSetup.optional(),
    dialogue: z
      .array(dialogueTurn.extend({ model: z.string().nullable() }))
      .readonly()
      .optional(),
    metadata: z.record(z.string(), z.unknown()),
    wanted: z.number().int(),
    hold: z.enum(itemHolds),
    judgments: z.array(judgmentRow),
    /** Judgments that a rule took out; they count nowhere while that stands. */
    excluded: z.array(z.object({ judgmentId: id, annotator: judge, submittedAt: instant })),
    /** What the imported file said: provenance, not an annotator's judgment. */
    sourceVerdict: z.record(z.string(), z.unknown()).nullable(),
    gold: z.object({ answers, source: z.string(), createdAt: instant }).nullable(),
    flags: z.array(
      z.object({
        flagId: id,
        ...flagWords,
        by: judge,
        createdAt: instant,
        /** What stood on the form when the flag was raised, under this version of the rubric. */
        answersSoFar: answers.nullable(),
        rubricVersion: z.number().int(),
        settled,
      }),
    ),
    skips: z.array(z.object({ reason: z.string(), note: z.string(), by: judge, at: instant })),
  })
  .meta({ id: 'ItemDetail' });

const feature = 'results';
const access = 'see_results';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const twoIds = new RegExp(`^${uuid},${uuid}$`);
const itemParams = z.strictObject({ projectId: id, itemId: id });

export const readProgress = route({
  id: 'readProgress',
  feature,
  method: 'GET',
  path: '/projects/:projectId/progress',
  access,
  summary: 'How far the project is',
  params: projectParams,
  response: progress,
});
export const followProgress = route({
  id: 'followProgress',
  feature,
  method: 'GET',
  path: '/projects/:projectId/events',
  access,
  transport: 'events',
  summary: 'Live progress as server-sent events: `progress`, `import`, `export`',
  params: projectParams,
  response: empty,
});
export const readAgreement = route({
  id: 'readAgreement',
  feature,
  method: 'GET',
  path: '/projects/:projectId/agreement',
  access,
  summary: "Percent agreement and Krippendorff's alpha per criterion",
  params: projectParams,
  response: z.object({
    criteria: z.array(criterionAgreement),
    judgments: z.number().int(),
    /** Those that the judgments are of; each figure says by its n how many of them could be compared. */
    items: z.number().int(),
    computedAt: instant,
  }),
});
export const listJudgments = route({
  id: 'listJudgments',
  feature,
  method: 'GET',
  path: '/projects/:projectId/judgments',
  access,
  summary: 'Judgments, newest first',
  params: projectParams,
  query: z.strictObject({
    ...pageQuery,
    annotatorId: id.optional(),
    itemId: id.optional(),
    verdict: z.enum(['prefers', 'tie', 'both_bad']).optional(),
    minStrength: z.coerce.number().int().min(1).max(10).optional(),
    flagged: z.enum(['true', 'false']).optional(),
    from: instant.optional(),
    until: instant.optional(),
    /** Those that an exclusion took out, in place of those that count. */ excluded: z
      .enum(['true', 'false'])
      .optional(),
  }),
  response: pageOf(judgmentRow),
});
export const listItems = route({
  id: 'listItems',
  feature,
  method: 'GET',
  path: '/projects/:projectId/items',
  access,
  summary: 'Items in the order they were imported',
  params: projectParams,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(['untouched', 'started', 'done', 'flagged', 'held']).optional(),
    /** Two people, as ids with a comma between them: items that both judged otherwise. */
    differ: z.string().regex(twoIds, { error: 'must be two ids with a comma between them' }).optional(),
    /** The key of a criterion: items on which people gave different answers to it. */
    differOn: text({ min: 1, max: 200 }).optional(),
    domain: text({ max: 500 }).optional(),
  }),
  response: pageOf(itemRow),
});
export const readItem = route({
  id: 'readItem',
  feature,
  method: 'GET',
  path: '/projects/:projectId/items/:itemId',
  access,
  summary: 'One item with all its judgments side by side',
  params: itemParams,
  response: itemDetail,
});
export const setGold = route({
  id: 'setGold',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/items/:itemId/gold',
  access: 'manage_project',
  summary: 'Set the known answer of an item',
  params: itemParams,
  body: z.strictObject({ answers }),
  response: itemDetail,
});
export const removeGold = route({
  id: 'removeGold',
  feature,
  method: 'DELETE',
  path: '/projects/:projectId/items/:itemId/gold',
  access: 'manage_project',
  summary: 'Remove the known answer of an item',
  params: itemParams,
  response: empty,
});

export const settleFlag = route({
  id: 'settleFlag',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/flags/:flagId/settlement',
  access: 'settle_flags',
  summary: 'Settle a flag, or open it again',
  description: 'Settling a flag that is settled already changes nothing: who came first stays.',
  params: z.strictObject({ projectId: id, flagId: id }),
  body: z.strictObject({
    settled: z.boolean(),
    note: text({ max: 2000 }).default(''),
    outcome: z.enum(flagOutcomes).nullable().default(null),
  }),
  response: itemDetail,
});

export const resultRoutes = [
  readProgress,
  followProgress,
  readAgreement,
  listJudgments,
  listItems,
  readItem,
  setGold,
  removeGold,
  settleFlag,
] as const;
