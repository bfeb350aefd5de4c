import { useEffect, useState, useSyncExternalStore } from 'react';
import { v4 as newId } from 'uuid';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import { createChatApi } from './chat-api.ts';
import { type ChatSnapshot, ConversationKeeper } from './conversation-keeper.ts';

export interface ConversationPlace {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly criterionKey: string;
  /** What this device keeps for the person. */
  readonly device: KeptFolder;
}

/** The conversation of a task, kept in step with the server. Give the component a key of the task. */
export function useConversation(place: ConversationPlace): {
  readonly chat: ConversationKeeper;
  readonly snapshot: ChatSnapshot;
} {
  const [chat] = useState(
    () =>
      new ConversationKeeper({
        api: createChatApi(place),
        kept: place.device,
        name: `chat/${place.projectId}/${place.assignmentId}/${place.criterionKey}`,
        newId,
      }),
  );
  const snapshot = useSyncExternalStore(chat.subscribe, chat.read);
  // Synchronises with the server's stream of this conversation.
  useEffect(() => chat.start(), [chat]);
  return { chat, snapshot };
}
