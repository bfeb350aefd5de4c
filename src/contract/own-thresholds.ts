import { z } from 'zod';
import { thresholdLimits } from '#domain/thresholds/rule.ts';
import { route } from './route.ts';
import { personTier, thresholdFiring } from './thresholds.ts';
import { filledText, id, projectParams } from './wire.ts';

/** What a rule did to the person who asks; days in place of instants. */
export const ownFiring = thresholdFiring
  .omit({ personId: true, personName: true })
  .meta({ id: 'OwnThresholdFiring' });

const ownStanding = z
  .object({
    tier: personTier,
    /** What keeps one from ordinary work. */ blockedBy: z.enum(['pause', 'calibrate']).nullable(),
    /** While gold is to be passed: how far one is. */
    calibration: z
      .object({
        tasks: z.number().int(),
        passes: z.number().int(),
        judged: z.number().int(),
        passed: z.number().int(),
      })
      .nullable(),
    firings: z.array(ownFiring),
  })
  .meta({ id: 'OwnStanding' });

const feature = 'thresholds';
const firingParams = z.strictObject({ projectId: id, firingId: id });

export const readOwnStanding = route({
  id: 'readOwnStanding',
  feature,
  method: 'GET',
  path: '/projects/:projectId/me/standing',
  access: 'judge',
  summary: 'What rules did to one’s own work, with the evidence, and what holds now',
  params: projectParams,
  response: ownStanding,
});
export const disputeFiring = route({
  id: 'disputeFiring',
  feature,
  method: 'POST',
  path: '/projects/:projectId/me/standing/:firingId/dispute',
  access: 'judge',
  summary: 'Say why a rule was wrong about one’s work: a lead looks at it',
  params: firingParams,
  body: z.strictObject({ words: filledText({ max: thresholdLimits.wordsCharacters }) }),
  response: ownFiring,
});
export const noteFiringSeen = route({
  id: 'noteFiringSeen',
  feature,
  method: 'POST',
  path: '/projects/:projectId/me/standing/:firingId/seen',
  access: 'judge',
  summary: 'Put a notice away; it stays on the page on one’s own work',
  params: firingParams,
  response: ownFiring,
});

export const ownThresholdRoutes = [readOwnStanding, disputeFiring, noteFiringSeen] as const;
