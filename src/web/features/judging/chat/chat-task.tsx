import { useEffect, useEffectEvent } from 'react';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import { checkConversation } from '#domain/chat/check-conversation.ts';
import { ownValue } from '#domain/judging/answers.ts';
import { controlId, isSameControl } from '#web/features/judging/desk/control-id.ts';
import { type Scene, useScene, type ViewTask } from '#web/features/judging/parts/scene.ts';
import { say } from '#web/messages/say.ts';
import { Notice } from '#web/ui/notice.tsx';
import { ChatPane } from './chat-pane.tsx';
import { type ChatPlace, useChatPlace } from './chat-place.ts';
import { GoalCard } from './goal-card.tsx';
import { treeOf } from './merge-conversation.ts';
import { useConversation } from './use-conversation.ts';

interface ChatTaskProps {
  readonly task: ViewTask;
  readonly chat: { readonly key: string; readonly scale: ChatScale };
}

/** A task that is a live chat. No conversation is opened for tasks that are only laid out ahead, or in a preview. */
export function ChatTask({ task, chat }: ChatTaskProps) {
  const scene = useScene();
  const place = useChatPlace();
  if (scene === null) return null;
  if (place === null || scene.mode === 'preview') {
    return (
      <div>
        <GoalCard brief={task.brief} prompt={task.prompt} />
        <Notice>{say('The chat with the models stands here.')}</Notice>
      </div>
    );
  }
  return <LiveChat key={task.assignmentId} {...{ task, chat, scene, place }} />;
}

function LiveChat(props: ChatTaskProps & { readonly scene: Scene; readonly place: ChatPlace }) {
  const { task, scene, place } = props;
  const { key, scale } = props.chat;
  const { assignmentId } = task;
  const control = { kind: 'chat', criterionKey: key } as const;
  const { chat, snapshot } = useConversation({ ...place, assignmentId, criterionKey: key });
  const { conversation } = snapshot;
  const isComplete =
    conversation !== undefined && checkConversation(treeOf(conversation), scale).length === 0;
  const wanted = isComplete ? conversation.conversationId : undefined;
  const given = ownValue(scene.desk.answers.chat, key)?.conversationId;
  const answer = useEffectEvent((conversationId: string | undefined) => {
    const value = conversationId === undefined ? undefined : { conversationId };
    scene.onAct({
      kind: 'answer',
      control,
      change: { record: 'chat', key, value },
      isAside: true,
    });
  });
  // Synchronises the answers of the task with the conversation on the server: it counts once nothing is missing.
  useEffect(() => {
    if (conversation !== undefined && wanted !== given) answer(wanted);
  }, [conversation, wanted, given]);
  const isOpen = conversation !== undefined;
  const isSpokenTo = isSameControl(scene.desk.active, control);
  const stopId = controlId(control);
  // Synchronises the browser's focus with the chat, which opens later than the task around it.
  useEffect(() => {
    const focused = document.activeElement;
    // From the questions of the task before, which look the same and would take what is written for keys.
    const isFree = focused === document.body || focused?.closest('[data-dock]') != null;
    if (!isOpen || !isSpokenTo || !isFree) return;
    document.getElementById(stopId)?.querySelector<HTMLElement>('[data-stop]')?.focus();
  }, [isOpen, isSpokenTo, stopId]);
  return (
    <ChatPane
      {...{ scale, snapshot, chat }}
      brief={task.brief}
      prompt={task.prompt}
      stopId={stopId}
      onFocus={isSpokenTo ? undefined : () => scene.onAct({ kind: 'activate', control })}
    />
  );
}
