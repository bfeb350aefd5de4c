import type { PeopleVotes, TypingRow } from '#domain/people-quality/people-votes.ts';
import { asBaseRate, chanceOf, describeOthers } from './base-rate.ts';
import { leastOthers, type Tried } from './evidence.ts';

/** Fewer written tasks of a person say nothing. */
export const leastWritten = 10;
/** A word or a name that is pasted is nobody's business. */
const leastPasted = 40;
/** Even where nobody else pastes, so much is not told. */
const leastExpected = 0.1;
const leastShare = 0.5;

/** Whether most of what came from a person's hand in a task was pasted from outside of the page. */
export function isMostlyPasted({ typed, pasted }: Pick<TypingRow, 'typed' | 'pasted'>): boolean {
  return pasted >= leastPasted && pasted > typed;
}

/** In how many written tasks most of the text was pasted, held against the highest quarter of the others. */
export function findPasted({ typing, annotatorIds }: Pick<PeopleVotes, 'typing' | 'annotatorIds'>): Tried[] {
  const people = annotatorIds.flatMap((_, annotator) => {
    const rows = typing.filter((row) => row.annotator === annotator);
    return rows.length < leastWritten ? [] : [{ annotator, rows, pasted: rows.filter(isMostlyPasted) }];
  });
  if (people.length <= leastOthers) return [];
  return people.map((own) => {
    const others = describeOthers(
      people.filter((other) => other !== own).map(({ pasted, rows }) => pasted.length / rows.length),
    );
    const [count, of] = [own.pasted.length, own.rows.length];
    const expected = Math.max(leastExpected, others.highQuarter);
    return {
      pValue: chanceOf('greater', { count, of, share: expected }),
      isLarge: count / of >= Math.max(leastShare, expected),
      describe: () => [
        {
          ...{ kind: 'pasted' as const, annotator: own.annotator, other: null, count, of, expected },
          value: shareOfCharacters(own.rows),
          ...{ base: asBaseRate(others), test: 'binomial' as const },
          items: own.pasted.toSorted((a, b) => b.pasted - a.pasted).map(({ item }) => item),
        },
      ],
    };
  });
}

function shareOfCharacters(rows: readonly TypingRow[]): number {
  const sum = (pick: (row: TypingRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const pasted = sum((row) => row.pasted);
  return pasted / Math.max(1, pasted + sum((row) => row.typed));
}
