import { letterAt } from '#domain/judging/display-order.ts';
import type { ItemDetail } from '#web/features/results/item-detail.ts';

/** An item whose people are letters in the order of their judgments; leads see the names behind them. */
export function withLetters(item: ItemDetail, showsNames: boolean): ItemDetail {
  const judgments = item.judgments.map((judgment, index) => {
    const letter = letterAt(index);
    const name = showsNames ? `${letter} · ${judgment.annotator.name}` : letter;
    return { ...judgment, annotator: { ...judgment.annotator, name } };
  });
  return {
    ...item,
    judgments,
    // Whoever settles an item must not lean on which model wrote what.
    responses: item.responses.map((response) => ({ ...response, model: '' })),
  };
}
