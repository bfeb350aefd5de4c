import type { DialogueLink } from '#domain/items/item-units.ts';
import type { ContinuationAnswer, ContinuationChoice } from '#domain/judging/answers.ts';
import type { Purpose } from '#domain/judging/check-value.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import type { ContinuationScale } from '#domain/rubrics/scale.ts';
import { listForks } from './list-forks.ts';
import { type Fork, walkDialogue } from './walk.ts';

interface ContinuationToCheck {
  readonly scale: ContinuationScale;
  /** The item's tree; empty where it has none. */
  readonly turns: readonly DialogueLink[];
  /** Where the answer stands among the answers. */
  readonly path: string;
  readonly purpose: Purpose;
}

/** Lists what of a chosen way does not fit its tree: choices off it, gaps, and a way that stops too early. */
export function checkContinuation(answer: ContinuationAnswer, check: ContinuationToCheck): Place[] {
  const { turns, path, purpose } = check;
  const forks = new Map(listForks(turns).map((fork) => [fork.at, fork]));
  const wrong = [
    ...answer.path.map((choice, index) => ({ choice, at: `${path}.path.${index}` })),
    ...(answer.aside ?? []).map((choice, index) => ({ choice, at: `${path}.aside.${index}` })),
  ].flatMap(({ choice, at }, index, all) => {
    const isTwice = all.slice(0, index).some((earlier) => earlier.choice.at === choice.at);
    const message = explainChoice(choice, { isTwice, fork: forks.get(choice.at), scale: check.scale });
    return message === null ? [] : [{ path: at, message }];
  });
  if (wrong.length > 0) return wrong;
  const walk = walkDialogue(turns, answer.path);
  const gap = answer.path.findIndex((choice, index) => walk.choices[index] !== choice);
  if (gap !== -1) {
    const message = `The way does not lead to ${sayPlace(answer.path[gap]?.at ?? null)} as its choice ${gap + 1}. List the choices from the beginning on, without a gap; those on branches that were left belong under "aside".`;
    return [{ path: `${path}.path.${gap}`, message }];
  }
  if (purpose === 'draft' || walk.open === null) return [];
  const message = `The dialogue goes on at ${sayPlace(walk.open.at)}. Choose which of ${walk.open.replyIds.length} replies goes on there.`;
  return [{ path: `${path}.path.${answer.path.length}`, message }];
}

function explainChoice(
  { at, chosen }: ContinuationChoice,
  known: { isTwice: boolean; fork: Fork | undefined; scale: ContinuationScale },
): string | null {
  if (known.fork === undefined)
    return `There is nothing to choose at ${sayPlace(at)}: the item has no several replies there.`;
  if (known.isTwice) return `There are two choices at ${sayPlace(at)}. Keep one of them.`;
  if (chosen === null)
    return known.scale.mayStop
      ? null
      : 'This rubric asks for a reply at every place: “none” is no answer here.';
  if (known.fork.replyIds.includes(chosen)) return null;
  return `“${chosen}” does not answer ${sayPlace(at)}; ${known.fork.replyIds.join(', ')} do.`;
}

function sayPlace(at: string | null): string {
  return at === null ? 'the end of the prompt' : `turn “${at}”`;
}
