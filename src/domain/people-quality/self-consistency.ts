import { type Figure, missing, shareOf } from './figure.ts';
import type { ChoiceColumns } from './people-votes.ts';
import { type Retest, retestOf, type SecondLook } from './retest.ts';
import type { PersonChoice } from './split-by-person.ts';

/** What one person said about two texts under one prompt, wherever they met them. */
interface SamePair {
  readonly low: number;
  readonly high: number;
  /** 1 where the text with the lower number was preferred. */
  readonly signs: number[];
}

export interface Consistency {
  /** How often a person says the same again about two texts that they had weighed before. */
  readonly again: Figure;
  /** How often three preferences among three texts are in order: A over B, B over C and A over C. */
  readonly inOrder: Figure;
  readonly retest: Retest;
}

/** Compares a person with nobody but themselves. */
export function consistencyOf(
  choices: ChoiceColumns,
  { own, looks }: { readonly own: readonly PersonChoice[]; readonly looks: readonly SecondLook[] },
  hasChoices: boolean,
): Consistency {
  if (!hasChoices) {
    const none = missing('no_choices');
    return { again: none, inOrder: none, retest: { kept: none, tied: none, flipped: none, toFirst: none } };
  }
  const pairs = new Map<string, SamePair>();
  for (const { row } of own) {
    const [first, second] = [choices.firstTexts[row] ?? -1, choices.secondTexts[row] ?? -1];
    // Two responses with the very same text have no order.
    if (first === second) continue;
    const [low, high] = first < second ? [first, second] : [second, first];
    const pair = pairs.get(`${low}-${high}`) ?? { low, high, signs: [] };
    pairs.set(`${low}-${high}`, pair);
    pair.signs.push((first === low ? 1 : -1) * (choices.signs[row] ?? 0));
  }
  return {
    again: sayAgain([...pairs.values()]),
    inOrder: countTriples([...pairs.values()]),
    retest: retestOf(looks),
  };
}

function sayAgain(pairs: readonly SamePair[]): Figure {
  const repeated = pairs.filter(({ signs }) => signs.length > 1);
  if (repeated.length === 0) return missing('no_repeats');
  const shares = repeated.map(({ signs }) => {
    const [first = 0, ...later] = signs;
    // Ties may be -0 and 0, which are the same tie.
    return later.filter((sign) => sign === first).length / later.length;
  });
  return shareOf(
    shares.reduce((sum, share) => sum + share, 0),
    repeated.length,
  );
}

/** Of every three texts that were weighed against each other without a tie, whether one of them came before the others. */
function countTriples(pairs: readonly SamePair[]): Figure {
  const better = new Map<number, Map<number, boolean>>();
  for (const { low, high, signs } of pairs) {
    const sign = signs.reduce((sum, each) => sum + each, 0);
    if (sign === 0) continue;
    better.set(low, (better.get(low) ?? new Map()).set(high, sign > 0));
  }
  let [triples, ordered] = [0, 0];
  for (const over of better.values()) {
    const others = [...over.keys()].sort((a, b) => a - b);
    others.forEach((middle, place) => {
      for (const last of others.slice(place + 1)) {
        const middleWins = better.get(middle)?.get(last);
        if (middleWins === undefined) continue;
        triples += 1;
        const isCycle = over.get(middle) === middleWins && over.get(last) !== middleWins;
        if (!isCycle) ordered += 1;
      }
    });
  }
  return triples === 0 ? missing('no_triples') : shareOf(ordered, triples);
}
