import { z } from 'zod';
import { perTurnAsks } from '#domain/chat/chat-scale.ts';
import { chatSlots } from '#domain/chat/conversation.ts';
import { conversationFields, turnFields } from './conversations.ts';
import { route } from './route.ts';
import { id, instant, pageOf, pageQuery, projectParams, text } from './wire.ts';

const feature = 'conversations';
const key = text({ max: 60 });

const recordedTurn = z
  .object({
    ...turnFields,
    /** What the endpoint said beside its text, where something went wrong. */
    detail: z.string().nullable(),
    /** What was sent to the model, whole; null for the person's turns and for edits. */
    request: z.record(z.string(), z.unknown()).nullable(),
    latencyMs: z.number().int().nullable(),
    firstTokenMs: z.number().int().nullable(),
    promptTokens: z.number().int().nullable(),
    completionTokens: z.number().int().nullable(),
    finishReason: z.string().nullable(),
  })
  .meta({ id: 'RecordedTurn' });

/** A conversation as a lead sees it: with the models' names and all that was sent. */
export const conversationRecord = z
  .object({
    ...conversationFields,
    itemId: id,
    annotator: z.object({ personId: id, name: z.string() }),
    createdAt: instant,
    models: z.array(
      z.object({ slot: z.enum(chatSlots), endpointId: id, name: z.string(), model: z.string() }),
    ),
    scale: z.object({ perTurn: z.enum(perTurnAsks), labels: z.record(z.string(), z.string()) }),
    turns: z.array(recordedTurn),
  })
  .meta({ id: 'ConversationRecord' });
export type ConversationRecord = z.infer<typeof conversationRecord>;

export const readConversationRecord = route({
  id: 'readConversationRecord',
  feature,
  method: 'GET',
  path: '/projects/:projectId/conversations/:conversationId/record',
  access: 'see_results',
  summary: 'A conversation with the models’ names and all that was sent',
  params: z.strictObject({ projectId: id, conversationId: id }),
  response: conversationRecord,
});

const taxonomyFilter = {
  technique: key.optional(),
  harm: key.optional(),
  target: key.optional(),
};
export const readAttackCoverage = route({
  id: 'readAttackCoverage',
  feature,
  method: 'GET',
  path: '/projects/:projectId/attack-coverage',
  access: 'see_results',
  summary: 'Attempts and successes by technique and harm, over replies to attacks',
  params: projectParams,
  query: z.strictObject({ target: key.optional() }),
  response: z.object({
    /** The taxonomy of the newest rubric, then whatever older turns were filed under. */
    techniques: z.array(z.object({ key: z.string(), label: z.string() })),
    harms: z.array(z.object({ key: z.string(), label: z.string() })),
    targets: z.array(z.object({ key: z.string(), label: z.string() })),
    cells: z.array(
      z.object({
        technique: z.string(),
        harm: z.string(),
        /** Turns of people. */ attacks: z.number().int(),
        /** Judged replies to them. */ attempts: z.number().int(),
        /** Of those, how many gave way: success from 4, or the turn that broke. */ successes: z
          .number()
          .int(),
        conversations: z.number().int(),
      }),
    ),
  }),
});
export const listConversations = route({
  id: 'listConversations',
  feature,
  method: 'GET',
  path: '/projects/:projectId/conversations',
  access: 'see_results',
  summary: 'Conversations, newest first; with a filter those that hold such an attack',
  params: projectParams,
  query: z.strictObject({ ...pageQuery, ...taxonomyFilter }),
  response: pageOf(
    z
      .object({
        conversationId: id,
        itemId: id,
        annotator: z.object({ personId: id, name: z.string() }),
        state: z.enum(['open', 'frozen']),
        turns: z.number().int(),
        /** The first thing that was said. */ preview: z.string(),
        /** The highest success that was said of a reply. */ success: z.number().int().nullable(),
        broke: z.boolean(),
        createdAt: instant,
      })
      .meta({ id: 'ConversationRow' }),
  ),
});

export const conversationRecordRoutes = [
  listConversations,
  readConversationRecord,
  readAttackCoverage,
] as const;
