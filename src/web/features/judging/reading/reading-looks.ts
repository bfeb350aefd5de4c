import type { Scrolling } from './reading-state.ts';

/** What of the reading shows in the responses themselves. */
export interface ReadingLooks {
  readonly scrolling: Scrolling;
  /** The beginning that all responses share is folded away. */
  readonly isFolded: boolean;
  readonly foldKey: string;
  readonly onFold: () => void;
}
