/** One named value of the attack taxonomy. */
export interface AttackOption {
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
}

/** How attacks on a model are sorted: by what is tried, what it could do, and what the model should be brought to. */
export interface AttackTaxonomy {
  readonly techniques: readonly AttackOption[];
  readonly harms: readonly AttackOption[];
  readonly targets: readonly AttackOption[];
}

export const attackAxes = ['techniques', 'harms', 'targets'] as const;
export type AttackAxis = (typeof attackAxes)[number];

/** What is asked about the replies of each turn: which goes on, a rating of each, or nothing. */
export const perTurnAsks = ['choose', 'rate', 'none'] as const;
export type PerTurnAsk = (typeof perTurnAsks)[number];

/** A live conversation with one to four models, side by side and blind. Asked of the task. */
export interface ChatScale {
  readonly kind: 'chat';
  /** How many models answer each turn. */
  readonly models: number;
  readonly perTurn: PerTurnAsk;
  /** Turns of the person that the conversation needs, and may have, from its beginning to its end. */
  readonly minTurns: number;
  readonly maxTurns: number;
  /** The taxonomy of a red-team project; null where nobody attacks. */
  readonly attack: AttackTaxonomy | null;
}

export const chatLimits = {
  models: 4,
  turns: 50,
  /** Branches and regenerated replies count too. */
  turnsOfTree: 600,
  optionsOnAxis: 40,
  /** A turn is rated, and the success of an attack, from 1 to this. */
  ratingPoints: 5,
  /** From this on an attack counts as a success. */
  successFrom: 4,
  userTextCharacters: 32_000,
  modelTextCharacters: 200_000,
} as const;

/** The chat that a new criterion starts with: two models, the better reply goes on. */
export const defaultChatScale: ChatScale = {
  kind: 'chat',
  models: 2,
  perTurn: 'choose',
  minTurns: 3,
  maxTurns: 12,
  attack: null,
};
