import { useEffect, useEffectEvent } from 'react';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import { checkConversation } from '#domain/chat/check-conversation.ts';
import { ownValue } from '#domain/judging/answers.ts';
import { controlId, isSameControl } from '#web/features/judging/desk/control-id.ts';
import { type Scene, useScene, type ViewTask } from '#web/features/judging/parts/scene.ts';
import { createChatApi } from './chat-api.ts';
import { ChatPane } from './chat-pane.tsx';
import { useChatPlace } from './chat-place.ts';
import { GoalCard } from './goal-card.tsx';
import { treeOf } from './merge-conversation.ts';
import { createPreviewChat } from './preview-chat.ts';
import { type ConversationPlace, useConversation } from './use-conversation.ts';

interface ChatTaskProps {
  readonly task: ViewTask;
  readonly chat: { readonly key: string; readonly scale: ChatScale };
}

/** A preview forgets what is typed. */
const keptNowhere: ConversationPlace['kept'] = {
  read: () => undefined,
  write: async () => true,
  remove: async () => true,
};

/** A task that is a live chat. No conversation is opened for tasks that are only laid out ahead; a preview asks no model. */
export function ChatTask({ task, chat }: ChatTaskProps) {
  const scene = useScene();
  const place = useChatPlace();
  if (scene === null) return null;
  if (scene.mode === 'preview') {
    const openApi = () => createPreviewChat(chat.scale);
    const made = { openApi, kept: keptNowhere, name: 'preview' };
    return <LiveChat key={task.assignmentId} {...{ task, chat, scene }} place={made} />;
  }
  if (place === null) return <GoalCard brief={task.brief} prompt={task.prompt} />;
  const { assignmentId } = task;
  const at = { projectId: place.projectId, assignmentId, criterionKey: chat.key };
  const live = {
    openApi: () => createChatApi(at),
    kept: place.device,
    name: `chat/${at.projectId}/${assignmentId}/${chat.key}`,
  };
  return <LiveChat key={assignmentId} {...{ task, chat, scene }} place={live} />;
}

function LiveChat(props: ChatTaskProps & { readonly scene: Scene; readonly place: ConversationPlace }) {
  const { task, scene, place } = props;
  const { key, scale } = props.chat;
  const control = { kind: 'chat', criterionKey: key } as const;
  const { chat, snapshot } = useConversation(place);
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
  // The designer's focus is not the preview's to take.
  const takesFocus = isSpokenTo && scene.mode !== 'preview';
  const stopId = controlId(control);
  // Synchronises the browser's focus with the chat, which opens later than the task around it.
  useEffect(() => {
    const focused = document.activeElement;
    // From the questions of the task before, which look the same and would take what is written for keys.
    const isFree = focused === document.body || focused?.closest('[data-dock]') != null;
    if (!isOpen || !takesFocus || !isFree) return;
    document.getElementById(stopId)?.querySelector<HTMLElement>('[data-stop]')?.focus();
  }, [isOpen, takesFocus, stopId]);
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
