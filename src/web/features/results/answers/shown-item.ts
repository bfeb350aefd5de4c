import { turnIdAt } from '#domain/items/item.ts';
import type { ItemDetail } from '#web/features/results/item-detail.ts';

/** What of an item is needed to show answers about it. */
export type ShownItem = Pick<ItemDetail, 'prompt' | 'responses' | 'dialogue'>;

/** An item of which nothing is known but how many responses it has. */
export function bareItem(shownOrder: readonly string[]): ShownItem {
  const ids = shownOrder.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return { prompt: [], responses: ids.map((id) => ({ id, text: '', model: null })) };
}

/** The source text of a response ("r1") or a turn ("t2"); undefined where it is not there. */
export function textOfUnit({ prompt, responses }: ShownItem, unitId: string): string | undefined {
  const response = responses.find(({ id }) => id === unitId);
  return response?.text ?? prompt.find((_turn, index) => turnIdAt(index) === unitId)?.content;
}
