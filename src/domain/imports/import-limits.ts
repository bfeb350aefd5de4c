/** Bounds on what one row may hold. Each is far above real data and keeps one bad row from hurting the rest. */
export const importLimits = {
  /** A text beyond this cannot be read by a person and would stall the screen that shows it. */
  textCharacters: 1_000_000,
  /** All texts of a row together: what is stored, sent and hashed as one item. */
  recordCharacters: 2_000_000,
  /** PostgreSQL and JSON.stringify give up on deep values with unclear errors long after this. */
  depth: 64,
  /** Columns or keys of one row; more is a matrix or an attack. */
  fields: 10_000,
} as const;
