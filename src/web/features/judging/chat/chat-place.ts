import { createContext, useContext } from 'react';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';

/** Where live chats are held: null where there are none, such as in a preview. */
export interface ChatPlace {
  readonly projectId: string;
  /** What this device keeps for the person. */
  readonly device: KeptFolder;
}

export const ChatPlaceContext = createContext<ChatPlace | null>(null);

export function useChatPlace(): ChatPlace | null {
  return useContext(ChatPlaceContext);
}
