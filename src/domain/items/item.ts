export const messageRoles = ['system', 'user', 'assistant', 'tool'] as const;
export type MessageRole = (typeof messageRoles)[number];

export const mediaKinds = ['image', 'audio', 'video', 'pdf'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** A file that belongs to a message or a response. */
export interface Attachment {
  /** The sha256 of the file's bytes in hex. */
  readonly mediaId: string;
  readonly kind: MediaKind;
  readonly name: string;
  /** What it shows, for those who do not see or hear it. */
  readonly alt?: string | undefined;
}

/** One turn of a conversation. */
export interface Message {
  readonly role: MessageRole;
  readonly content: string;
  readonly attachments?: readonly Attachment[] | undefined;
}

/** A model's text under judgment. `id` is stable within the item: "r1", "r2", … in imported order. */
export interface ItemResponse {
  readonly id: string;
  readonly text: string;
  /** Which model wrote it, if known; never shown to annotators. */
  readonly model?: string;
  readonly attachments?: readonly Attachment[] | undefined;
  /** The steps of a solution, where the file gave them one by one; joined by a blank line they make `text`. */
  readonly steps?: readonly string[] | undefined;
}

/** What a writer is asked to bring about. */
export interface Brief {
  readonly title: string;
  /** Markdown. */
  readonly goal: string;
  readonly constraints: readonly string[];
}

export interface CodeTest {
  readonly name: string;
  /** Fed to the program; its output must then be `expected`. */
  readonly stdin?: string | undefined;
  /** Run after the program; must not throw. */
  readonly code?: string | undefined;
  readonly expected: string;
}

/** What belongs to running a response's code. */
export interface CodeSetup {
  /** Left out where it is to be read from the response's code block. */
  readonly language?: 'python' | 'javascript' | 'typescript' | 'sql' | undefined;
  readonly tests: readonly CodeTest[];
  readonly files: readonly { readonly name: string; readonly content: string }[];
}

/** One turn of a recorded dialogue: a tree of continuations that hangs below the prompt. */
export interface DialogueTurn {
  /** Stable within the item: "d1", "d2", … A turn comes after the one that it answers. */
  readonly id: string;
  /** Null for the first turns after the prompt. */
  readonly parentId: string | null;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** Which model wrote it, if known; never shown to annotators. */
  readonly model?: string | undefined;
}

/** What else a task rests on, besides the conversation and the responses to it. */
export interface ItemExtras {
  readonly brief?: Brief | undefined;
  readonly code?: CodeSetup | undefined;
  /** How the conversation went on in several ways, for choosing among them turn by turn. */
  readonly dialogue?: readonly DialogueTurn[] | undefined;
}

/** What is judged: a conversation and the responses to its last turn, and what else the task rests on. */
export interface ItemContent extends ItemExtras {
  readonly prompt: readonly Message[];
  readonly responses: readonly ItemResponse[];
}

export const maxResponsesPerItem = 9;

/** The id of the n-th response (0-based) of an item. */
export function responseIdAt(index: number): string {
  return `r${index + 1}`;
}

/** The id of the n-th message (0-based) of the prompt. */
export function turnIdAt(index: number): string {
  return `t${index + 1}`;
}

/** The id of the n-th turn (0-based) of the recorded dialogue. */
export function dialogueIdAt(index: number): string {
  return `d${index + 1}`;
}
