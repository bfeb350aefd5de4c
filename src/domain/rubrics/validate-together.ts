import { maxResponsesPerItem } from '#domain/items/item.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import type { Rubric } from './rubric.ts';

/** Lists what criteria contradict in each other: no item could have what all of them ask for. */
export function validateTogether(rubric: Rubric): Place[] {
  const { criteria, conflict = 'off' } = rubric;
  const places: Place[] = [];
  const chats = criteria.flatMap(({ scale }, index) => (scale.kind === 'chat' ? [index] : []));
  for (const index of chats.slice(1)) {
    const message = 'One live chat fills the screen. Ask for the other one in a project of its own.';
    places.push({ path: `criteria.${index}.scale`, message });
  }
  places.push(...besideChat(criteria));
  if (conflict !== 'off' && criteria.length < 2)
    places.push({
      path: 'conflict',
      message: 'One criterion alone cannot be in conflict. Add another, or do not ask.',
    });
  const prompts = criteria.findIndex(({ scale }) => scale.kind === 'writing' && scale.purpose === 'prompt');
  const judged = criteria.find(({ target }) => target === 'pair' || target === 'ranking');
  if (prompts !== -1 && judged !== undefined) {
    const message = `Prompts are written for items without responses, and “${judged.label}” compares responses. Use two projects.`;
    places.push({ path: `criteria.${prompts}.scale`, message });
  }
  return places;
}

/** A chat takes the whole screen: nothing else is shown there that could be compared, marked, run or written. */
function besideChat(criteria: Rubric['criteria']): Place[] {
  const chat = criteria.find(({ scale }) => scale.kind === 'chat');
  if (chat === undefined) return [];
  return criteria.flatMap(({ label, target, scale }, index) => {
    if (target === 'task' && scale.kind !== 'writing') return [];
    const message = `“${chat.label}” is a live chat and fills the screen, so “${label}” would have nothing to be asked of. Ask it of the task, or use two projects.`;
    const field = scale.kind === 'writing' ? 'scale' : 'target';
    return [{ path: `criteria.${index}.${field}`, message }];
  });
}

/** Where no rubric says anything yet. */
export const anyNumber = { fewest: 1, most: maxResponsesPerItem } as const;

/** How many responses an item needs so that everything can be asked of it. */
export function responsesNeeded({ criteria }: Rubric): { readonly fewest: number; readonly most: number } {
  if (criteria.some(({ target }) => target === 'pair')) return { fewest: 2, most: 2 };
  if (criteria.some(({ target }) => target === 'ranking')) return { fewest: 2, most: maxResponsesPerItem };
  const needsOne = criteria.some(
    ({ target, scale }) =>
      target === 'response' ||
      target === 'step' ||
      (target === 'span' && !criteria.some((other) => other.target === 'turn')) ||
      (scale.kind === 'writing' && scale.start === 'edit'),
  );
  return { fewest: needsOne ? 1 : 0, most: maxResponsesPerItem };
}
