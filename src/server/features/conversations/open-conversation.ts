import type { HttpRefusal } from '#contract/refusals.ts';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import { type LockedAssignment, lockAssignment } from '#server/store/assignment-store.ts';
import {
  carryConversationOver,
  findConversationId,
  insertConversation,
} from '#server/store/conversation-store.ts';
import { listEndpoints } from '#server/store/model-endpoint-store.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { shuffle } from '#stats/random/shuffle.ts';
import { readScale } from './act-on-conversation.ts';
import type { ConversationServices } from './conversation-services.ts';

interface Opening {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  readonly criterionKey: string;
}

/** Finds the conversation of a task, or begins it with models in an order drawn for it; its id. */
export async function openConversation(
  services: ConversationServices,
  opening: Opening,
): Promise<string | HttpRefusal> {
  return transact(services.database.kysely, async (transaction): Promise<string | HttpRefusal> => {
    const assignment = await lockAssignment(transaction, opening);
    if (!assignment || assignment.annotatorId !== opening.annotatorId) return noSuchTask();
    const found = await findConversationId(transaction, opening);
    if (found) return found;
    if (assignment.state === 'submitted') return noneWasHeld();
    if (assignment.state === 'skipped')
      return refuse('lease_lost', 'You skipped this task. Fetch your next one.');
    const scale = await readScale(services, { ...opening, rubricVersion: assignment.rubricVersion });
    if (!scale) return noSuchCriterion(opening.criterionKey);
    await carryConversationOver(transaction, { ...opening, itemId: assignment.itemId });
    const carried = await findConversationId(transaction, opening);
    return carried ?? begin(services, { transaction, opening, assignment, scale });
  });
}

async function begin(
  services: ConversationServices,
  start: { transaction: Transaction; opening: Opening; assignment: LockedAssignment; scale: ChatScale },
): Promise<string | HttpRefusal> {
  const { transaction, opening, assignment, scale } = start;
  const endpointIds = await drawModels(services, { ...opening, transaction, count: scale.models });
  if (isRefusal(endpointIds)) return endpointIds;
  const id = services.newId();
  await insertConversation(transaction, {
    ...opening,
    id,
    itemId: assignment.itemId,
    endpointIds,
    createdAt: services.now(),
  });
  return id;
}

async function drawModels(
  services: ConversationServices,
  draw: { transaction: Transaction; projectId: string; count: number },
): Promise<string[] | HttpRefusal> {
  const endpoints = await listEndpoints(draw.transaction, draw.projectId);
  const ready = endpoints.filter(({ state, probe }) => state === 'on' && probe?.works === true);
  if (ready.length < draw.count) {
    return refuse(
      'no_models',
      `This chat needs ${draw.count} ${draw.count === 1 ? 'model' : 'models'}, and ${ready.length} can be reached now. Tell your lead, and take another task meanwhile.`,
    );
  }
  // The same model is not always on the left, nor always among those that are drawn.
  const drawn = shuffle(
    ready.map(({ id }) => id),
    seededRandom(services.randomSeed()),
  );
  return drawn.slice(0, draw.count);
}

function noSuchTask(): HttpRefusal {
  return refuse('not_found', 'You have no such task: fetch your next one.');
}

function noneWasHeld(): HttpRefusal {
  return refuse('conversation_frozen', 'You have submitted this task already, without a conversation.');
}

function noSuchCriterion(key: string): HttpRefusal {
  return refuse('not_found', `The rubric of this task has no chat called "${key}".`);
}
