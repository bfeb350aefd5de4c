import { type ComparedAnswer, mostOf, tally } from './answers-of-person.ts';
import { asBaseRate, chanceOf, describeOthers } from './base-rate.ts';
import { leastOfEvidence, leastOthers, type Tried } from './evidence.ts';

/** Of the way from chance to always meeting the majority; whoever gets further says something about the items. */
const leastSkill = 0.2;

/**
 * Whose answers tell nothing about the items: hardly oftener what most others said than if the same answers were dealt
 * out anew. The test is against the lowest quarter of the others, so that somebody who merely differs does not stand out.
 */
export function findLikeChance(compared: readonly (readonly ComparedAnswer[])[]): Tried[] {
  const people = compared.flatMap((all, annotator) => {
    const own = all.flatMap(({ item, side, othersSides }) => {
      const majority = mostOf(othersSides);
      return majority === null ? [] : [{ item, side, majority }];
    });
    if (own.length < leastOfEvidence) return [];
    const met = own.filter(({ side, majority }) => side === majority).length;
    return [{ annotator, own, met, byChance: shareByChance(own) }];
  });
  if (people.length <= leastOthers) return [];
  return people.map((person) => {
    const { annotator, own, met, byChance } = person;
    const others = describeOthers(
      people.filter((other) => other !== person).map((other) => other.met / other.own.length),
    );
    const skill = (met / own.length - byChance) / (1 - byChance);
    return {
      pValue: chanceOf('less', { count: met, of: own.length, share: others.lowQuarter }),
      // Where everybody says one and the same there is nothing to tell apart: then the share by chance is 1.
      isLarge: byChance < 1 && skill <= leastSkill,
      describe: () => [
        {
          ...{ kind: 'like_chance' as const, annotator, other: null, count: met, of: own.length },
          ...{ value: byChance, expected: others.lowQuarter, base: asBaseRate(others) },
          test: 'binomial' as const,
          items: own.filter(({ side, majority }) => side !== majority).map(({ item }) => item),
        },
      ],
    };
  });
}

function shareByChance(own: readonly { side: number; majority: number }[]): number {
  const [sides, majorities] = [tally(own.map(({ side }) => side)), tally(own.map((one) => one.majority))];
  let sum = 0;
  for (const [value, count] of sides) sum += (count * (majorities.get(value) ?? 0)) / own.length ** 2;
  return sum;
}
