import { z } from 'zod';
import { adjudicationCauses, adjudicationOutcomes } from '#domain/review/adjudication.ts';
import { reviewLimits } from '#domain/review/review-plan.ts';
import { answers } from './answers.ts';
import { judge } from './results.ts';
import { route } from './route.ts';
import { id, instant, pageOf, pageQuery, projectParams, text } from './wire.ts';

export const disputedItem = z
  .object({
    itemId: id,
    promptPreview: z.string(),
    judgments: z.number().int(),
    /** Different answers to what is compared. */ answers: z.number().int(),
    /** Share of pairs of judgments that differ, 0 to 1. */ disagreement: z.number(),
    /** Why they differed, once somebody has settled it. */
    cause: z.enum(adjudicationCauses).nullable(),
  })
  .meta({ id: 'DisputedItem' });

export const adjudication = z
  .object({
    adjudicationId: id,
    by: judge,
    answers: answers.nullable(),
    pickedJudgmentId: id.nullable(),
    rubricVersion: z.number().int(),
    cause: z.enum(adjudicationCauses),
    words: z.string(),
    outcomes: z.array(z.enum(adjudicationOutcomes)),
    section: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'Adjudication' });

export const precedent = z
  .object({
    precedentId: id,
    itemId: id,
    section: z.string(),
    /** Empty where it is about none in particular. */ criterionKey: z.string(),
    words: z.string(),
    promptPreview: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'Precedent' });

const feature = 'results';
const itemParams = z.strictObject({ projectId: id, itemId: id });

export const listDisputedItems = route({
  id: 'listDisputedItems',
  feature,
  method: 'GET',
  path: '/projects/:projectId/adjudication',
  access: 'review',
  summary: 'Items on which people differ, most first',
  description:
    'Settled items stand newest first. `total` is counted up to 10,000. While `isCounting`, some judgments are still to be looked at: ask again.',
  params: projectParams,
  query: z.strictObject({
    state: z.enum(['open', 'settled']).default('open'),
    /** The key of a criterion; left out means the overall one, or everything where there is none. */
    criterion: text({ min: 1, max: 200 }).optional(),
    ...pageQuery,
  }),
  response: pageOf(disputedItem).extend({ total: z.number().int(), isCounting: z.boolean() }),
});
export const readAdjudication = route({
  id: 'readAdjudication',
  feature,
  method: 'GET',
  path: '/projects/:projectId/items/:itemId/adjudication',
  access: 'review',
  summary: 'The final answer to an item; null where nobody gave one',
  params: itemParams,
  response: z.object({ current: adjudication.nullable() }),
});
export const adjudicateItem = route({
  id: 'adjudicateItem',
  feature,
  method: 'POST',
  path: '/projects/:projectId/items/:itemId/adjudication',
  access: 'review',
  summary: 'Give an item its final answer, with the cause and what follows from it, in one step',
  description:
    'Either `answers` or `pickedJudgmentId`, or neither for a bad item. All outcomes happen or none. Sending it again with the same clientId changes nothing.',
  params: itemParams,
  body: z
    .strictObject({
      clientId: id,
      /** The final answer that was seen; null where there was none. */ seenId: id.nullable(),
      answers: answers.nullable().default(null),
      pickedJudgmentId: id.nullable().default(null),
      cause: z.enum(adjudicationCauses),
      words: text({ max: reviewLimits.wordsCharacters }).default(''),
      outcomes: z.array(z.enum(adjudicationOutcomes)).max(adjudicationOutcomes.length).default([]),
      /** The heading of the guidelines' section concerned. */ section: text({ max: 300 }).default(''),
      /** The key of the criterion that a precedent is about. */ criterion: text({ max: 200 }).default(''),
    })
    .refine((body) => body.answers === null || body.pickedJudgmentId === null, {
      path: ['pickedJudgmentId'],
      error: 'stands beside answers of its own: send one of the two',
    }),
  response: z.object({ current: adjudication.nullable() }),
});
export const listPrecedents = route({
  id: 'listPrecedents',
  feature,
  method: 'GET',
  path: '/projects/:projectId/precedents',
  access: 'see_results',
  summary: 'What was decided once and holds for the next such case, by section of the guidelines',
  params: projectParams,
  query: z.strictObject({ search: text({ max: 200 }).optional() }),
  response: z.object({ precedents: z.array(precedent) }),
});
export const listPrecedentsBeside = route({
  id: 'listPrecedentsBeside',
  feature: 'judging',
  method: 'GET',
  path: '/projects/:projectId/assignments/:assignmentId/precedents',
  access: 'judge',
  summary: 'What was decided on other items, for somebody who judges this one; newest first',
  description: 'At most fifty, in words alone: no item, and never what was decided on this one.',
  params: z.strictObject({ projectId: id, assignmentId: id }),
  query: z.strictObject({ search: text({ max: 200 }).optional() }),
  response: z.object({
    precedents: z.array(precedent.omit({ itemId: true, promptPreview: true }).meta({ id: 'PrecedentWords' })),
  }),
});

export const adjudicationRoutes = [
  listDisputedItems,
  readAdjudication,
  adjudicateItem,
  listPrecedents,
  listPrecedentsBeside,
] as const;
