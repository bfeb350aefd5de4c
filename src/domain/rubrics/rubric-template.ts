import type { ItemContent } from '#domain/items/item.ts';
import type { TemplateKey } from './examples/example-items.ts';
import type { Rubric } from './rubric.ts';

/** What a lead wants done, in the order in which templates are offered. */
export const templatePurposes = ['compare', 'rate', 'check', 'write', 'talk', 'media'] as const;
export type TemplatePurpose = (typeof templatePurposes)[number];

/** A rubric and guidelines to start a project from; both are copied and then edited freely. */
export interface TemplateStart {
  readonly key: TemplateKey;
  readonly purpose: TemplatePurpose;
  readonly name: string;
  /** Two sentences at most: what is asked, and for which kind of training. */
  readonly summary: string;
  readonly rubric: Rubric;
  /** Markdown with sections. */
  readonly guidelines: string;
}

export interface RubricTemplate extends TemplateStart {
  /** A made-up task that the rubric can be asked about, to try it on. */
  readonly example: ItemContent;
}
