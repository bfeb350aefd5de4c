import type { DialogueTurn, ItemContent, ItemResponse } from '#domain/items/item.ts';
import { type ItemUnits, unitsOf } from '#domain/items/item-units.ts';
import { asksOfParts, type Rubric } from '#domain/rubrics/rubric.ts';
import type { DeskTask } from './desk.ts';

interface TaskTexts extends Pick<ItemContent, 'prompt'> {
  readonly dialogue?: readonly Omit<DialogueTurn, 'model'>[] | undefined;
  readonly rubric: Rubric;
  /** In the order on screen. */
  readonly responses: readonly Omit<ItemResponse, 'model'>[];
}

/** What the desk needs to know of a task. */
export function deskTaskOf(task: TaskTexts): DeskTask {
  const { rubric, responses } = task;
  const responseIds = responses.map((response) => response.id);
  return asksOfParts(rubric) ? { rubric, responseIds, units: unitsOnce(task) } : { rubric, responseIds };
}

const knownUnits = new WeakMap<readonly unknown[], ItemUnits>();

/** Counted once a task: texts of 100 kB are not gone through at every key. */
function unitsOnce(task: TaskTexts): ItemUnits {
  const known = knownUnits.get(task.responses);
  if (known !== undefined) return known;
  const units = unitsOf(task);
  knownUnits.set(task.responses, units);
  return units;
}
