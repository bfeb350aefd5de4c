import type { PairCount } from './pair-counts.ts';

const sweeps = 25;
const rounds = 3;
/** A pair that lies so many standard errors above its fit does not shape the figures of its two people. */
const outlierFrom = 3;

interface Beyond {
  readonly one: number;
  readonly other: number;
  /** Agreement beyond chance: 1 is all, 0 is chance. */
  readonly agreement: number;
  readonly weight: number;
}

/**
 * A figure for each person such that the agreement of two beyond chance is about the product of theirs: least squares by
 * turns, one person after the other, pairs weighed by what they share. Pairs far above the fit are left out and the rest
 * is fitted anew, so that two who copy do not look skilled.
 */
export function fitSkills(pairs: readonly PairCount[], chance: number): Map<number, number> {
  const all = pairs.map(({ one, other, same, shared }) => ({
    ...{ one, other, weight: shared },
    agreement: chance < 1 ? (same / shared - chance) / (1 - chance) : 0,
  }));
  let skills = solve(all);
  for (let round = 0; round < rounds; round++) {
    const now = skills;
    skills = solve(all.filter((pair) => !isFarAbove(pair, now, chance)));
  }
  return skills;
}

function isFarAbove(
  { one, other, agreement, weight }: Beyond,
  skills: ReadonlyMap<number, number>,
  chance: number,
): boolean {
  const product = (skills.get(one) ?? 0) * (skills.get(other) ?? 0);
  const share = Math.min(0.98, Math.max(0.02, chance + (1 - chance) * product));
  const error = Math.sqrt((share * (1 - share)) / weight) / (1 - chance || 1);
  return agreement - product > outlierFrom * error;
}

function solve(pairs: readonly Beyond[]): Map<number, number> {
  const partners = new Map<number, { other: number; agreement: number; weight: number }[]>();
  const add = (person: number, other: number, { agreement, weight }: Beyond) => {
    const known = partners.get(person) ?? [];
    partners.set(person, known);
    known.push({ other, agreement, weight });
  };
  for (const pair of pairs) {
    add(pair.one, pair.other, pair);
    add(pair.other, pair.one, pair);
  }
  const skills = new Map([...partners.keys()].map((person) => [person, 0.7]));
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const [person, known] of partners) {
      let [top, bottom] = [0, 0];
      for (const { other, agreement, weight } of known) {
        const skill = skills.get(other) ?? 0;
        top += weight * agreement * skill;
        bottom += weight * skill * skill;
      }
      skills.set(person, bottom > 0 ? Math.min(1, Math.max(-0.2, top / bottom)) : 0);
    }
  return skills;
}
