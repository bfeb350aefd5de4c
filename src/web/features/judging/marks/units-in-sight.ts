import { turnIdAt } from '#domain/items/item.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import type { ViewTask } from '#web/features/judging/parts/scene.ts';
import { say } from '#web/messages/say.ts';
import { findSourceRoot } from '#web/ui/rendered-text/source-map.ts';
import { sourceRangeOfPieces } from '#web/ui/rendered-text/text-pieces.ts';
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

/** Where a unit is shown on screen, whole or step by step. */
export function findUnitPlace(place: Element, unitId: string): Element | null {
  return place.querySelector(`[data-shown] [data-unit="${CSS.escape(unitId)}"]`);
}

interface PlacedUnit {
  readonly unit: MarkedUnit;
  readonly place: Element;
}

/** The unit that a node of the page belongs to. */
function unitOfNode(node: Node | null, units: readonly MarkedUnit[]): PlacedUnit | undefined {
  const place = findSourceRoot(node)?.closest('[data-unit]');
  const unit = units.find(({ unitId }) => unitId === place?.getAttribute('data-unit'));
  return place == null || unit === undefined ? undefined : { unit, place };
}

/** What the person has selected in one of the units; undefined where nothing is selected there. */
export function readSelection(
  units: readonly MarkedUnit[],
): { readonly unit: MarkedUnit; readonly passage: Passage } | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const placed = unitOfNode(range.startContainer, units) ?? unitOfNode(range.endContainer, units);
  const found = placed && sourceRangeOfPieces(range, placed.place);
  const passage = found && trimPassage(placed.unit.text, found);
  return passage && { unit: placed.unit, passage };
}

/** Where in a unit's source the person has clicked. */
export function readClick(
  event: { readonly clientX: number; readonly clientY: number },
  units: readonly MarkedUnit[],
): { readonly unit: MarkedUnit; readonly at: number } | undefined {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const placed = unitOfNode(caret?.offsetNode ?? null, units);
  if (caret == null || placed === undefined) return undefined;
  const range = document.createRange();
  const { offsetNode, offset } = caret;
  const length = offsetNode.nodeType === Node.TEXT_NODE ? (offsetNode.textContent?.length ?? 0) : 0;
  if (length === 0) return undefined;
  range.setStart(offsetNode, Math.max(0, Math.min(offset, length - 1)));
  range.setEnd(offsetNode, Math.min(length, offset + 1));
  const found = sourceRangeOfPieces(range, placed.place);
  return found && { unit: placed.unit, at: found.start };
}
