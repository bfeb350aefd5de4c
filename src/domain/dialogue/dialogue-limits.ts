/** How large a recorded dialogue may be. */
export const dialogueLimits = {
  turns: 200,
  /** Replies to one turn: as many as there are digits. */
  alternatives: 9,
  depth: 50,
} as const;
