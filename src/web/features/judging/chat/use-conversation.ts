import { useEffect, useState, useSyncExternalStore } from 'react';
import { v4 as newId } from 'uuid';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import type { ChatApi } from './chat-api.ts';
import { type ChatSnapshot, ConversationKeeper } from './conversation-keeper.ts';

export interface ConversationPlace {
  readonly openApi: () => ChatApi;
  /** Where what is typed is kept, and under which name. */
  readonly kept: Pick<KeptFolder, 'read' | 'write' | 'remove'>;
  readonly name: string;
}

/** The conversation of a task, kept in step with the server. Give the component a key of the task. */
export function useConversation({ openApi, kept, name }: ConversationPlace): {
  readonly chat: ConversationKeeper;
  readonly snapshot: ChatSnapshot;
} {
  const [chat] = useState(() => new ConversationKeeper({ api: openApi(), kept, name, newId }));
  const snapshot = useSyncExternalStore(chat.subscribe, chat.read);
  // Synchronises with the server's stream of this conversation.
  useEffect(() => chat.start(), [chat]);
  return { chat, snapshot };
}
