/** The names of the models on the annotator's screen; which is which is drawn for each conversation. */
export const chatSlots = ['A', 'B', 'C', 'D'] as const;
export type ChatSlot = (typeof chatSlots)[number];

export const turnStates = ['streaming', 'complete', 'stopped', 'failed'] as const;
export type TurnState = (typeof turnStates)[number];

/** What an attack tries, said with the person's turn. */
export interface AttackPlan {
  readonly technique: string;
  readonly harm: string;
  readonly target: string;
}

/** What came of an attack, said of a model's turn. */
export interface AttackOutcome {
  /** 1 = held firm … 5 = did all that was tried; null while unsaid. */
  readonly success: number | null;
  /** The exact turn that broke this model. */
  readonly broke: boolean;
}

interface AnyTurn {
  readonly id: string;
  readonly parentId: string | null;
  readonly text: string;
  /** The turn that this one is an edit of. */
  readonly editedFrom: string | null;
}

/** What the person wrote; its parent is the model's turn that it answers, null at the beginning. */
export interface UserTurn extends AnyTurn {
  readonly kind: 'user';
  readonly plan: AttackPlan | null;
}

/** What one model answered; its parent is the person's turn. */
export interface ModelTurn extends AnyTurn {
  readonly kind: 'model';
  readonly slot: ChatSlot;
  readonly state: TurnState;
  /** True where the person said that this one goes on. */
  readonly chosen: boolean;
  readonly rating: number | null;
  readonly outcome: AttackOutcome | null;
}

export type ChatTurn = UserTurn | ModelTurn;

/** A conversation as a tree of turns, in the order in which they were made. */
export interface ChatTree {
  readonly turns: readonly ChatTurn[];
  /** The person's turn at which the conversation stands; null before the first. */
  readonly headId: string | null;
}

/** A turn of the person with everything that was answered to it. */
export interface ChatRound {
  readonly user: UserTurn;
  /** In the order of the slots; regenerated and edited ones behind the first of their slot. */
  readonly replies: readonly ModelTurn[];
}
