import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { forEachUnit } from '#domain/people-quality/split-by-person.ts';

/** An answer of a person beside those of the others about the same thing. */
export interface ComparedAnswer {
  readonly item: number;
  /** Of a preference its strength, 0 for a tie; of anything else the value. */
  readonly level: number;
  /** Of a preference the side, of anything else the value. */
  readonly side: number;
  /** How often the others gave each level and each side. */
  readonly othersLevels: ReadonlyMap<number, number>;
  readonly othersSides: ReadonlyMap<number, number>;
}

/** Person by person, what others answered too. */
export function compareAnswers({ annotatorIds, criterion, units, tasks }: PeopleVotes): ComparedAnswer[][] {
  const byPerson: ComparedAnswer[][] = annotatorIds.map(() => []);
  const levelOf = (value: number) => (criterion?.hasSides ? Math.abs(value) : value);
  const sideOf = (value: number) => (criterion?.hasSides ? Math.sign(value) : value);
  forEachUnit(units, (from, to) => {
    if (to - from < 2) return;
    const values = Array.from(units.values.subarray(from, to));
    values.forEach((value, own) => {
      const task = units.tasks[from + own] ?? -1;
      const others = values.filter((_, other) => other !== own);
      byPerson[tasks.annotators[task] ?? -1]?.push({
        item: tasks.items[task] ?? -1,
        level: levelOf(value),
        side: sideOf(value),
        othersLevels: tally(others.map(levelOf)),
        othersSides: tally(others.map(sideOf)),
      });
    });
  });
  return byPerson;
}

export function tally(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  // `|| 0` makes one of 0 and -0, which are the same tie.
  for (const value of values) counts.set(value || 0, (counts.get(value || 0) ?? 0) + 1);
  return counts;
}

/** The value with the highest count; null where two have it. */
export function mostOf(counts: ReadonlyMap<number, number>): number | null {
  let [most, found]: [number, number | null] = [0, null];
  for (const [value, count] of counts) {
    if (count === most) found = null;
    if (count > most) [most, found] = [count, value];
  }
  return found;
}
