import type { ChatScale } from '#domain/chat/chat-scale.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { ViewTask } from '#web/features/judging/parts/scene.ts';

/** The criterion by which a task is a live chat; undefined where it is none. */
export function findChat(task: ViewTask): { key: string; scale: ChatScale } | undefined {
  const isChat = (criterion: Criterion) => criterion.scale.kind === 'chat';
  const { key, scale } = task.rubric.criteria.find(isChat) ?? {};
  return key !== undefined && scale?.kind === 'chat' ? { key, scale } : undefined;
}
