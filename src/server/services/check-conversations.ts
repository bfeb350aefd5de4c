import { checkConversation } from '#domain/chat/check-conversation.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import type { Executor } from '#server/database/database.ts';
import { findConversationId, findHeadId } from '#server/store/conversation-store.ts';
import { endLostReplies, listTurns, treeOf } from '#server/store/conversation-turn-store.ts';

/**
 * Lists what the conversations named in answers still lack, and those that are not of this task. To be asked before a
 * submission is written; the writing itself freezes them.
 */
export async function checkConversations(
  executor: Executor,
  check: { assignmentId: string; rubric: Rubric; answers: Pick<Answers, 'chat'>; now: Date },
): Promise<Place[]> {
  const places: Place[] = [];
  for (const [key, { conversationId }] of Object.entries(check.answers.chat ?? {})) {
    const scale = findCriterion(check.rubric, key)?.scale;
    if (scale?.kind !== 'chat') continue;
    const path = `answers.chat.${key}`;
    const own = await findConversationId(executor, { assignmentId: check.assignmentId, criterionKey: key });
    if (own === undefined || own !== conversationId) {
      places.push({ path, message: 'This conversation is not the one of this task: load the task again.' });
      continue;
    }
    await endLostReplies(executor, { now: check.now, conversationId });
    const headId = await findHeadId(executor, conversationId);
    const tree = treeOf(headId, await listTurns(executor, conversationId));
    places.push(
      ...checkConversation(tree, scale).map((place) => ({ ...place, path: `${path}.${place.path}` })),
    );
  }
  return places;
}
