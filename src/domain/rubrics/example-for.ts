import { extractCode } from '#domain/items/extract-code.ts';
import type { ItemContent } from '#domain/items/item.ts';
import { unitsOf } from '#domain/items/item-units.ts';
import { listAttachments } from '#domain/items/list-attachments.ts';
import { exampleItems, type TemplateKey } from './examples/example-items.ts';
import type { Rubric } from './rubric.ts';
import { responsesNeeded } from './validate-together.ts';

const isTemplateKey = (key: string): key is TemplateKey => Object.hasOwn(exampleItems, key);

/** A made-up task that a rubric can be asked about: that of its template where it still fits, else the best fitting one. */
export function exampleFor(rubric: Rubric, templateKey: string | null): ItemContent {
  const own = templateKey !== null && isTemplateKey(templateKey) ? [exampleItems[templateKey]] : [];
  const candidates: readonly ItemContent[] = [...own, ...Object.values(exampleItems)];
  return candidates.reduce((best, next) =>
    countMissing(rubric, next) < countMissing(rubric, best) ? next : best,
  );
}

/** How much of what the rubric asks about the item does not have. */
export function countMissing(rubric: Rubric, item: ItemContent): number {
  const { responses } = item;
  const { fewest, most } = responsesNeeded(rubric);
  const asks = (test: (criterion: Rubric['criteria'][number]) => boolean) => rubric.criteria.some(test);
  const isMadeHere = asks(
    ({ scale }) => scale.kind === 'chat' || (scale.kind === 'writing' && scale.purpose === 'prompt'),
  );
  const lacks = [
    responses.length < fewest || responses.length > most,
    asks(({ target }) => target === 'ranking') && most > 2 && responses.length < 4,
    asks(({ target }) => target === 'turn') && unitsOf(item).turnIds.length === 0,
    asks(({ target }) => target === 'step') && !responses.some(({ steps }) => steps !== undefined),
    asks(({ target }) => target === 'region') && listAttachments(item).length === 0,
    asks(({ scale }) => scale.kind === 'run') && !responses.some(({ text }) => extractCode(text).length > 0),
    asks(({ scale }) => scale.kind === 'continuation') !== (item.dialogue !== undefined),
    isMadeHere !== (item.brief !== undefined),
  ];
  return lacks.filter(Boolean).length;
}
