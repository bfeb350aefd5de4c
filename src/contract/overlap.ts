import { z } from 'zod';
import { adaptiveLimits } from '#domain/queue/adaptive-overlap.ts';
import { route } from './route.ts';
import { id, instant, projectParams } from './wire.ts';

const judgments = z.number().int().min(1).max(adaptiveLimits.judgments);

export const adaptiveOverlap = z
  .strictObject({
    /** No item is settled with fewer judgments. */ least: judgments,
    /** No item gets more. */ most: judgments,
    /** From this certainty on an item is settled. */
    certainty: z.number().min(adaptiveLimits.certainty.least).max(adaptiveLimits.certainty.most),
    /** Judgments that may be added beyond those that stopping early saves. */
    extra: z.number().int().min(0).max(adaptiveLimits.extra),
  })
  .meta({ id: 'AdaptiveOverlap' });

/** An item that has as many judgments as it may have, and is not sure yet. */
const splitItem = z.object({
  itemId: id,
  /** The beginning of its last turn. */ text: z.string(),
  /** The most likely answer. */ label: z.string().nullable(),
  certainty: z.number(),
  judgments: z.number().int(),
  decidedAt: instant,
});

export const overlapState = z
  .object({
    settings: adaptiveOverlap.nullable(),
    /** The criterion whose answers decide; null where the rubric has none with a limited number of answers. */
    decidingLabel: z.string().nullable(),
    /** Judgments that may still be added. */ balance: z.number().int(),
    settled: z.number().int(),
    extended: z.number().int(),
    split: z.number().int(),
    /** Judged, and still waiting for more. */ open: z.number().int(),
    /** The least certain ones first, at most fifty. */ splitItems: z.array(splitItem),
  })
  .meta({ id: 'OverlapState' });
export type OverlapState = z.infer<typeof overlapState>;

const shared = {
  feature: 'projects',
  path: '/projects/:projectId/adaptive-overlap',
  params: projectParams,
  response: overlapState,
} as const;

export const readOverlap = route({
  ...shared,
  id: 'readOverlap',
  method: 'GET',
  access: 'see_results',
  summary: 'How many judgments items need by what they say, and what came of it',
});
export const setOverlap = route({
  ...shared,
  id: 'setOverlap',
  method: 'PUT',
  access: 'manage_project',
  summary: 'Let answers decide how many judgments an item gets, or give every item the same number',
  body: z.strictObject({ settings: adaptiveOverlap.nullable() }),
});

export const overlapRoutes = [readOverlap, setOverlap] as const;
