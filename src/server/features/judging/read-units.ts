import { type ItemUnits, noUnits, unitsOf } from '#domain/items/item-units.ts';
import { asksOfParts, type Rubric } from '#domain/rubrics/rubric.ts';
import type { Executor } from '#server/database/database.ts';
import { readItemContent } from '#server/store/item-content-store.ts';

/** The parts of an item that answers may speak of; its texts are read only where the rubric asks about parts. */
export async function readUnits(
  executor: Executor,
  { rubric, itemId }: { readonly rubric: Rubric; readonly itemId: string },
): Promise<ItemUnits> {
  if (!asksOfParts(rubric)) return noUnits;
  const content = await readItemContent(executor, itemId);
  return content === undefined ? noUnits : unitsOf(content);
}
