import { z } from 'zod';
import { goldDifficulties, goldLimits, goldPurposes, goldSources, goldStates } from '#domain/gold/gold.ts';
import { answers } from './answers.ts';
import {
  goldAbout,
  goldDetail,
  goldFeedback,
  goldOverview,
  goldPerson,
  goldRow,
  goldSettings,
  unanimousItem,
} from './gold-records.ts';
import { route } from './route.ts';
import { id, pageOf, pageQuery, projectParams, text } from './wire.ts';

const feature = 'gold';
const access = 'manage_project';
const itemParams = z.strictObject({ projectId: id, itemId: id });

export const readGoldOverview = route({
  id: 'readGoldOverview',
  feature,
  method: 'GET',
  path: '/projects/:projectId/gold',
  access,
  summary: 'How gold is served, how much of it there is, and what it covers',
  params: projectParams,
  response: goldOverview,
});
export const setGoldSettings = route({
  id: 'setGoldSettings',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/gold/settings',
  access,
  summary: 'Set how much gold people get',
  params: projectParams,
  body: goldSettings,
  response: goldOverview,
});
export const listGold = route({
  id: 'listGold',
  feature,
  method: 'GET',
  path: '/projects/:projectId/gold/items',
  access,
  summary: 'Gold items, the newest first',
  params: projectParams,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(goldStates).optional(),
    source: z.enum(goldSources).optional(),
    purpose: z.enum(goldPurposes).optional(),
    difficulty: z.enum(goldDifficulties).optional(),
    concept: text({ max: goldLimits.conceptCharacters }).optional(),
    /** The key of a criterion for which it expects an answer. */
    criterion: text({ max: 60 }).optional(),
    /** Whether it is suspect or was once, until a lead confirmed it. */
    suspected: z.enum(['true', 'false']).optional(),
    /** Whether it is served, but rests. */
    resting: z.enum(['true', 'false']).optional(),
  }),
  response: pageOf(goldRow),
});
export const readGoldItem = route({
  id: 'readGoldItem',
  feature,
  method: 'GET',
  path: '/projects/:projectId/gold/items/:itemId',
  access,
  summary: 'One gold with its expected answers',
  params: itemParams,
  response: goldDetail,
});
export const saveGoldItem = route({
  id: 'saveGoldItem',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/gold/items/:itemId',
  access,
  summary: 'Make an item gold, or change its gold; what is left out stays as it is',
  description:
    'Answers may leave criteria open; those are not checked. New gold is a draft: set its state to serve it. New answers to a suspect gold correct it, and results are computed anew.',
  params: itemParams,
  body: z.strictObject({
    answers: answers.optional(),
    tolerances: goldAbout.tolerances.optional(),
    explanations: goldAbout.explanations.optional(),
    concepts: goldAbout.concepts.optional(),
    difficulty: goldAbout.difficulty.optional(),
    purpose: goldAbout.purpose.optional(),
    /** Where the answers come from, when they are given. */
    source: z.enum(['set_by_hand', 'adjudicated', 'calibration']).default('set_by_hand'),
  }),
  response: goldDetail,
});
export const setGoldState = route({
  id: 'setGoldState',
  feature,
  method: 'POST',
  path: '/projects/:projectId/gold/states',
  access,
  summary: 'Serve gold, take it out, retire it, or confirm a suspect one',
  description:
    'Active gold is set aside: its item is given out as gold only. Serving a suspect gold confirms it; retiring it as wrong takes its results off everybody.',
  params: projectParams,
  body: z.strictObject({
    itemIds: z.array(id).min(1).max(goldLimits.mostAtOnce),
    state: z.enum(['draft', 'active', 'retired']),
    isWrong: z.boolean().default(false),
  }),
  response: z.object({
    changed: z.number().int(),
    /** Gold that cannot be used under the rubric of today stays as it is. */
    unusable: z.array(id),
  }),
});
export const listUnanimous = route({
  id: 'listUnanimous',
  feature,
  method: 'GET',
  path: '/projects/:projectId/gold/unanimous',
  access,
  summary: 'Items of which everybody said the same, as gold that could be made',
  params: projectParams,
  query: z.strictObject({
    ...pageQuery,
    leastPeople: z.coerce.number().int().min(goldLimits.leastUnanimous).max(50).default(3),
  }),
  response: pageOf(unanimousItem),
});
export const makeUnanimousGold = route({
  id: 'makeUnanimousGold',
  feature,
  method: 'POST',
  path: '/projects/:projectId/gold/unanimous',
  access,
  summary: 'Make gold of unanimous items in one act',
  description: 'Each is looked at anew: an item on which somebody said otherwise since is left out.',
  params: projectParams,
  body: z.strictObject({
    itemIds: z.array(id).min(1).max(goldLimits.mostAtOnce),
    leastPeople: z.number().int().min(goldLimits.leastUnanimous).max(50).default(3),
    concepts: goldAbout.concepts.default([]),
    difficulty: goldAbout.difficulty.default('easy'),
    purpose: goldAbout.purpose.default('test'),
  }),
  response: z.object({ made: z.number().int(), leftOut: z.number().int() }),
});
export const listGoldPeople = route({
  id: 'listGoldPeople',
  feature,
  method: 'GET',
  path: '/projects/:projectId/gold/people',
  access: 'see_results',
  summary: 'Accuracy of each person on gold, with intervals',
  params: projectParams,
  response: z.object({ people: z.array(goldPerson) }),
});
export const readGoldFeedback = route({
  id: 'readGoldFeedback',
  feature,
  method: 'GET',
  path: '/projects/:projectId/assignments/:assignmentId/feedback',
  access: 'judge',
  summary: 'What was expected of an own task that was training',
  params: z.strictObject({ projectId: id, assignmentId: id }),
  response: goldFeedback,
});

export const goldRoutes = [
  readGoldOverview,
  setGoldSettings,
  listGold,
  readGoldItem,
  saveGoldItem,
  setGoldState,
  listUnanimous,
  makeUnanimousGold,
  listGoldPeople,
  readGoldFeedback,
] as const;
