import type { Rubric } from './rubric.ts';

/** A rubric and guidelines to start a project from; both are copied and then edited freely. */
export interface RubricTemplate {
  readonly key: string;
  readonly name: string;
  /** Two sentences at most: what is asked, and for which kind of training. */
  readonly summary: string;
  readonly rubric: Rubric;
  /** Markdown with sections. */
  readonly guidelines: string;
}
