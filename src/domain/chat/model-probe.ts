/** What worked when an endpoint was tried. */
export interface ModelProbe {
  readonly at: string;
  /** True where a short completion came back whole. */
  readonly works: boolean;
  /** What is wrong and what to do, for the lead; null where it works. */
  readonly problem: string | null;
  /** Names that the endpoint lists; null where it lists none. */
  readonly models: readonly string[] | null;
  readonly streams: boolean;
  readonly systemRole: boolean;
  /** Whether it counts tokens. */
  readonly usage: boolean;
  readonly latencyMs: number | null;
  readonly firstTokenMs: number | null;
}
