export const messageRoles = ['system', 'user', 'assistant', 'tool'] as const;
export type MessageRole = (typeof messageRoles)[number];

/** One turn of a conversation. */
export interface Message {
  readonly role: MessageRole;
  readonly content: string;
}

/** A model's text under judgment. `id` is stable within the item: "r1", "r2", … in imported order. */
export interface ItemResponse {
  readonly id: string;
  readonly text: string;
  /** Which model wrote it, if known; never shown to annotators. */
  readonly model?: string;
}

/** What is judged: a conversation and the responses to its last turn. */
export interface ItemContent {
  readonly prompt: readonly Message[];
  readonly responses: readonly ItemResponse[];
}

export const maxResponsesPerItem = 9;

/** The id of the n-th response (0-based) of an item. */
export function responseIdAt(index: number): string {
  return `r${index + 1}`;
}
