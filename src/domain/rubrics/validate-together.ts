import { maxResponsesPerItem } from '#domain/items/item.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import type { Rubric } from './rubric.ts';
import type { ScaleKind } from './scale.ts';

/** Lists what criteria contradict in each other: no item could have what all of them ask for. */
export function validateTogether(rubric: Rubric): Place[] {
  const { criteria, conflict = 'off' } = rubric;
  const places: Place[] = [];
  places.push(...besideWhole(criteria));
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

/** What takes the whole screen, in words. */
const wholeScreens: Readonly<Partial<Record<ScaleKind, string>>> = {
  chat: 'is a live chat',
  continuation: 'goes through a recorded dialogue',
};

/** Beside a chat or a recorded dialogue nothing else is shown that could be compared, marked, run or written. */
function besideWhole(criteria: Rubric['criteria']): Place[] {
  const at = criteria.findIndex(({ scale }) => wholeScreens[scale.kind] !== undefined);
  const whole = criteria[at];
  if (whole === undefined) return [];
  const words = wholeScreens[whole.scale.kind];
  return criteria.flatMap(({ label, target, scale }, index) => {
    if (index === at) return [];
    const isWhole = wholeScreens[scale.kind] !== undefined;
    if (target === 'task' && scale.kind !== 'writing' && !isWhole) return [];
    const message = isWhole
      ? `“${whole.label}” ${words} and fills the screen, so “${label}” has no room. Ask for it in a project of its own.`
      : `“${whole.label}” ${words} and fills the screen, so “${label}” would have nothing to be asked of. Ask it of the task, or use two projects.`;
    return [{ path: `criteria.${index}.${target === 'task' ? 'scale' : 'target'}`, message }];
  });
}

/** Where no rubric says anything yet. */
export const anyNumber = { fewest: 1, most: maxResponsesPerItem } as const;

/** How many responses an item needs so that everything can be asked of it. */
export function responsesNeeded(rubric: Rubric): ResponsesNeeded {
  return asksContinuation(rubric) ? { ...countNeeded(rubric), needsDialogue: true } : countNeeded(rubric);
}

export interface ResponsesNeeded {
  readonly fewest: number;
  readonly most: number;
  /** Each item needs a recorded dialogue too. */
  readonly needsDialogue?: true;
}

function asksContinuation({ criteria }: Rubric): boolean {
  return criteria.some(({ scale }) => scale.kind === 'continuation');
}

function countNeeded({ criteria }: Rubric): ResponsesNeeded {
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
