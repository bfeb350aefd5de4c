import { turnIdAt } from '#domain/items/item.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import type { ViewTask } from '#web/features/judging/parts/scene.ts';
import { say } from '#web/messages/say.ts';
import { findSourceRoot, sourceRangeOf } from '#web/ui/rendered-text/source-map.ts';
import type { MarkedUnit } from './mark-list.ts';
import { type Passage, trimPassage } from './pick-passage.ts';

/** The texts of a task that can be marked: its responses, or where it has none the assistant's turns. */
export function listUnits({ prompt, responses }: ViewTask): MarkedUnit[] {
  if (responses.length > 0)
    return responses.map(({ id, text }, index) => ({ unitId: id, name: letterAt(index), text }));
  return prompt.flatMap(({ role, content }, index) =>
    role === 'assistant'
      ? [
          {
            unitId: turnIdAt(index),
            name: say('turn {number, number}', { number: index + 1 }),
            text: content,
          },
        ]
      : [],
  );
}

/** The rendered text of a unit on screen. */
export function findUnitRoot(place: Element, unitId: string): Element | null {
  return place.querySelector(`[data-shown] [data-unit="${CSS.escape(unitId)}"] [data-as]`);
}

/** The unit that a node of the page belongs to. */
export function unitOfNode(node: Node | null, units: readonly MarkedUnit[]): MarkedUnit | undefined {
  const root = findSourceRoot(node);
  const id = root?.closest('[data-unit]')?.getAttribute('data-unit');
  return units.find(({ unitId }) => unitId === id);
}

/** What the person has selected in one of the units; undefined where nothing is selected there. */
export function readSelection(
  units: readonly MarkedUnit[],
): { readonly unit: MarkedUnit; readonly passage: Passage } | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const unit = unitOfNode(range.startContainer, units) ?? unitOfNode(range.endContainer, units);
  const found = unit && sourceRangeOf(range);
  const passage = found && trimPassage(unit.text, found);
  return passage && { unit, passage };
}

/** Where in a unit's source the person has clicked. */
export function readClick(
  event: { readonly clientX: number; readonly clientY: number },
  units: readonly MarkedUnit[],
): { readonly unit: MarkedUnit; readonly at: number } | undefined {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const unit = unitOfNode(caret?.offsetNode ?? null, units);
  if (caret == null || unit === undefined) return undefined;
  const range = document.createRange();
  const { offsetNode, offset } = caret;
  const length = offsetNode.nodeType === Node.TEXT_NODE ? (offsetNode.textContent?.length ?? 0) : 0;
  if (length === 0) return undefined;
  range.setStart(offsetNode, Math.max(0, Math.min(offset, length - 1)));
  range.setEnd(offsetNode, Math.min(length, offset + 1));
  const found = sourceRangeOf(range);
  return found && { unit, at: found.start };
}
