import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { benjaminiHochberg } from '#stats/intervals/benjamini-hochberg.ts';
import { findAlike } from './alike-pairs.ts';
import { findRepeating, findSameAnswer, findSameSide, listShownChoices } from './answer-patterns.ts';
import { compareAnswers } from './answers-of-person.ts';
import { findCopiedReasons } from './copied-reasons.ts';
import { type Evidence, mostChance, type Seen, type Tried } from './evidence.ts';
import { findLikeChance } from './like-chance.ts';
import { findPasted } from './pasted-text.ts';
import { findQuick } from './quick-work.ts';
import { findSharedDevices } from './shared-devices.ts';

/** Enough to look at. */
const mostItems = 12;

/**
 * What a person should look at, for everybody whose judgments are here; all tests of a report are corrected together. Not
 * a verdict: each piece of evidence says what was seen and how it is with the others.
 */
export function findEvidence(votes: PeopleVotes): Evidence[] {
  const compared = compareAnswers(votes);
  const shown = listShownChoices(votes);
  const tried: readonly Tried[] = [
    ...findQuick(votes),
    ...findSameAnswer(compared),
    ...findSameSide(shown),
    ...findRepeating(shown),
    ...findLikeChance(compared),
    ...findCopiedReasons(votes),
    ...findAlike(votes),
    ...findPasted(votes),
    ...findSharedDevices(votes),
  ];
  const adjusted = benjaminiHochberg(tried.map(({ pValue }) => pValue));
  return tried.flatMap(({ pValue, isLarge, describe }, place) => {
    const own = adjusted[place] ?? 1;
    if (!isLarge || own > mostChance) return [];
    return describe().map((seen) => evidenceOf(seen, votes, { pValue, adjusted: own, tests: tried.length }));
  });
}

function evidenceOf(
  { annotator, other, items, kind, count, of, value, expected, base, test }: Seen,
  { annotatorIds, itemIds }: PeopleVotes,
  chance: Pick<Evidence, 'pValue' | 'adjusted' | 'tests'>,
): Evidence {
  const shown = [...new Set(items)].slice(0, mostItems);
  return {
    ...{ kind, count, of, value, expected, base, test, ...chance },
    annotatorId: annotatorIds[annotator] ?? '',
    otherId: other === null ? null : (annotatorIds[other] ?? ''),
    itemIds: shown.flatMap((item) => itemIds[item] ?? []),
  };
}
