import type { ItemContent } from '#domain/items/item.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';

/** What the judging screen needs to show one task; it comes from the judging feature through the routes. */
export interface JudgingPreviewProps {
  readonly rubric: Rubric;
  readonly item: ItemContent;
}
