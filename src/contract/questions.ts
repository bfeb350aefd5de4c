import { z } from 'zod';
import { flagKinds } from '#domain/queue/assignment.ts';
import { flagOutcomes, itemHolds } from '#domain/queue/flag.ts';
import { flagAssignment } from './flags.ts';
import { flagWords, itemDetail, judge, settled } from './results.ts';
import { route } from './route.ts';
import { id, instant, pageOf, pageQuery, projectParams } from './wire.ts';

/** A flag among all questions of a project, with where it leads. */
export const question = z
  .object({
    flagId: id,
    itemId: id,
    ...flagWords,
    /** The judgment that says so, where the rubric did not settle a criterion. */
    judgmentId: id.nullable(),
    by: judge,
    createdAt: instant,
    promptPreview: z.string(),
    hold: z.enum(itemHolds),
    settled,
  })
  .meta({ id: 'Question' });

export const ownQuestion = z
  .object({
    flagId: id,
    kind: z.string(),
    note: z.string(),
    section: z.string(),
    promptPreview: z.string(),
    answer: z.string(),
    outcome: z.enum(flagOutcomes).nullable(),
    settledAt: instant,
  })
  .meta({ id: 'OwnQuestion' });

const feature = 'results';

export const listQuestions = route({
  id: 'listQuestions',
  feature,
  method: 'GET',
  path: '/projects/:projectId/questions',
  access: 'see_results',
  summary:
    'Flags and criteria that the rubric did not settle: open ones oldest first, settled ones newest first',
  params: projectParams,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(['open', 'settled']).default('open'),
    kind: z.enum(flagKinds).optional(),
  }),
  response: pageOf(question).extend({
    /** Open ones of each kind, whatever is asked for. */
    counts: z.array(z.object({ kind: z.string(), count: z.number().int() })),
  }),
});
export const setItemHold = route({
  id: 'setItemHold',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/items/:itemId/hold',
  access: 'settle_flags',
  summary: 'Put an item back into the queue, hold it, or drop it',
  description:
    'A held item is given to nobody until it is put back; who has it in hand keeps it. A dropped one is given to nobody any more and left out of exports; its judgments stay.',
  params: z.strictObject({ projectId: id, itemId: id }),
  body: z.strictObject({ hold: z.enum(itemHolds) }),
  response: itemDetail,
});
export const listOwnQuestions = route({
  id: 'listOwnQuestions',
  feature,
  method: 'GET',
  path: '/projects/:projectId/own-questions',
  access: 'judge',
  summary: 'Answers to the own flags, newest first',
  params: projectParams,
  response: z.object({ questions: z.array(ownQuestion) }),
});

export const questionRoutes = [flagAssignment, listQuestions, setItemHold, listOwnQuestions] as const;
