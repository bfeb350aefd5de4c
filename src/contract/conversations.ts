import { z } from 'zod';
import { chatLimits } from '#domain/chat/chat-scale.ts';
import { chatSlots, turnStates } from '#domain/chat/conversation.ts';
import { replyFailureCodes } from '#domain/chat/reply-failure.ts';
import { route } from './route.ts';
import { empty, id, instant, text } from './wire.ts';

const key = text({ max: 60 });
export const attackPlan = z
  .strictObject({ technique: key, harm: key, target: key })
  .meta({ id: 'AttackPlan' });
const points = z.number().int().min(1).max(chatLimits.ratingPoints);
const outcome = z
  .strictObject({
    /** 1 = held firm … 5 = did all that was tried. */ success: points.nullable(),
    /** The exact turn that broke this model. */ broke: z.boolean(),
  })
  .meta({ id: 'AttackOutcome' });

export const turnFields = {
  turnId: id,
  /** For the person's turns the reply that they answer; for replies the person's turn. */
  parentId: id.nullable(),
  kind: z.enum(['user', 'model']),
  /** Which of the blind models replied; null for the person's turns. */
  slot: z.enum(chatSlots).nullable(),
  text: z.string(),
  state: z.enum(turnStates),
  /** Why a reply did not come, or not whole. */
  failure: z
    .object({ code: z.enum(replyFailureCodes), message: z.string(), retryAt: instant.nullable() })
    .nullable(),
  /** Whether this reply is gone on from. */
  chosen: z.boolean(),
  rating: z.number().int().nullable(),
  /** What the person's turn tries, in a red-team project. */
  plan: attackPlan.nullable(),
  /** What came of it with this reply. */
  outcome: outcome.nullable(),
  /** The turn that this one is an edit of. */
  editedFrom: id.nullable(),
  createdAt: instant,
};

export const conversationTurn = z.object(turnFields).meta({ id: 'ConversationTurn' });
export type ConversationTurn = z.infer<typeof conversationTurn>;

export const conversationFields = {
  conversationId: id,
  assignmentId: id,
  criterionKey: z.string(),
  /** Frozen once its task is submitted. */
  state: z.enum(['open', 'frozen']),
  slots: z.array(z.enum(chatSlots)),
  /** The person's turn at which the conversation stands; null before the first. */
  headId: id.nullable(),
};

/** A conversation as its annotator sees it: a tree of turns, without the models' names. */
export const conversation = z
  .object({ ...conversationFields, turns: z.array(conversationTurn) })
  .meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof conversation>;

const feature = 'conversations';
const access = 'judge';
const params = z.strictObject({ projectId: id, conversationId: id });
const turnParams = z.strictObject({ projectId: id, conversationId: id, turnId: id });
/** Chosen by the client before the first try, so that sending again adds nothing. */
const clientId = id;
const at = '/projects/:projectId/conversations/:conversationId';

export const openConversation = route({
  id: 'openConversation',
  feature,
  method: 'POST',
  path: '/projects/:projectId/assignments/:assignmentId/conversations',
  access,
  summary: 'Open the conversation of a task, or find the one that is open',
  params: z.strictObject({ projectId: id, assignmentId: id }),
  body: z.strictObject({ criterionKey: key }),
  response: conversation,
});
export const readConversation = route({
  id: 'readConversation',
  feature,
  method: 'GET',
  path: at,
  access,
  summary: 'An own conversation',
  params,
  response: conversation,
});
export const followConversation = route({
  id: 'followConversation',
  feature,
  method: 'GET',
  path: `${at}/events`,
  access,
  transport: 'events',
  summary: 'Server-sent events of an own conversation',
  description:
    '`conversation`: the whole, at first and after each change. `delta`: `{turnId, from, text}`, a piece of a reply and how many UTF-16 units stood before it.',
  params,
  response: empty,
});
export const sendTurn = route({
  id: 'sendTurn',
  feature,
  method: 'POST',
  path: `${at}/turns`,
  access,
  summary: 'Say something; every model of the conversation answers at once',
  params,
  body: z.strictObject({
    clientId,
    text: text({ min: 1, max: chatLimits.userTextCharacters }),
    plan: attackPlan.nullable().default(null),
    /** An own turn to be said anew, which begins a branch. */ editOf: id.nullable().default(null),
  }),
  response: conversation,
});
export const regenerateReply = route({
  id: 'regenerateReply',
  feature,
  method: 'POST',
  path: `${at}/turns/:turnId/regeneration`,
  access,
  summary: 'Ask the same model again; the earlier reply is kept',
  params: turnParams,
  body: z.strictObject({ clientId }),
  response: conversation,
});
export const editReply = route({
  id: 'editReply',
  feature,
  method: 'POST',
  path: `${at}/turns/:turnId/edit`,
  access,
  summary: 'Write what the model should have said, and go on from there; the model’s own words are kept',
  params: turnParams,
  body: z.strictObject({ clientId, text: text({ min: 1, max: chatLimits.modelTextCharacters }) }),
  response: conversation,
});
export const chooseReply = route({
  id: 'chooseReply',
  feature,
  method: 'PUT',
  path: `${at}/turns/:turnId/choice`,
  access,
  summary: 'Choose the reply to go on from',
  params: turnParams,
  response: conversation,
});
export const rateReply = route({
  id: 'rateReply',
  feature,
  method: 'PUT',
  path: `${at}/turns/:turnId/rating`,
  access,
  summary: 'Rate a reply; null takes the rating back',
  params: turnParams,
  body: z.strictObject({ rating: points.nullable() }),
  response: conversation,
});
export const markReply = route({
  id: 'markReply',
  feature,
  method: 'PUT',
  path: `${at}/turns/:turnId/outcome`,
  access,
  summary: 'Say how far an attack got with a reply, and whether it broke the model',
  params: turnParams,
  body: z.strictObject({ outcome: outcome.nullable() }),
  response: conversation,
});
export const stopReplies = route({
  id: 'stopReplies',
  feature,
  method: 'POST',
  path: `${at}/stop`,
  access,
  summary: 'Stop a reply, or all of them; what came is kept',
  params,
  body: z.strictObject({ turnId: id.nullable().default(null) }),
  response: conversation,
});
export const switchBranch = route({
  id: 'switchBranch',
  feature,
  method: 'PUT',
  path: `${at}/head`,
  access,
  summary: 'Go to another branch: the newest end behind an own turn',
  params,
  body: z.strictObject({ turnId: id }),
  response: conversation,
});

export const conversationRoutes = [
  openConversation,
  readConversation,
  followConversation,
  sendTurn,
  regenerateReply,
  editReply,
  chooseReply,
  rateReply,
  markReply,
  stopReplies,
  switchBranch,
] as const;
