import { computeOverallRating } from './overall-rating.ts';
import { type Rejection, reject } from './rejection.ts';
import { renumberResponses } from './renumber-responses.ts';
import { accept, leaveOut, type RecordOutcome, type SourceItem } from './source-item.ts';

export const pairExpansions = ['all', 'best_vs_worst'] as const;
/** How an item with more than two responses becomes pairs. */
export type PairExpansion = (typeof pairExpansions)[number];

function listAllPairs(count: number): [number, number][] {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return indexes.flatMap((one) => indexes.slice(one + 1).map((other): [number, number] => [one, other]));
}

function findBestAndWorst({ content, verdict }: SourceItem): [number, number] | Rejection {
  const rated = content.responses.flatMap(({ id }, index) => {
    const rating = verdict ? computeOverallRating(verdict, id) : null;
    return rating === null ? [] : [{ index, rating }];
  });
  const [best, ...more] = rated.toSorted(
    (one, other) => other.rating - one.rating || one.index - other.index,
  );
  const worst = more.at(-1);
  if (best && worst && best.rating > worst.rating) {
    return best.index < worst.index ? [best.index, worst.index] : [worst.index, best.index];
  }
  const message =
    'The best and the worst response cannot be told: ratings are missing or equal. Import all pairs instead.';
  return reject('responses', 'no_ratings', message);
}

/**
 * Makes pairs of an item for a project that compares two responses. An item with exactly two passes as it is.
 * Ids are renumbered; ratings, votes and a preference between the two come along. Pairs of equal texts are reported.
 */
export function expandPairs(item: SourceItem, expansion: PairExpansion): RecordOutcome {
  const { responses } = item.content;
  if (responses.length === 2) return accept(item);
  if (responses.length < 2) {
    const message = 'This project compares two responses; the row has only one.';
    return leaveOut(reject('responses', 'too_few_responses', message));
  }
  const bestAndWorst = expansion === 'best_vs_worst' ? findBestAndWorst(item) : null;
  if (bestAndWorst && 'code' in bestAndWorst) return leaveOut(bestAndWorst);
  const pairs = bestAndWorst ? [bestAndWorst] : listAllPairs(responses.length);
  const differ = ([one, other]: [number, number]) => responses[one]?.text !== responses[other]?.text;
  const message = (pair: [number, number]) =>
    `Responses ${pair[0] + 1} and ${pair[1] + 1} are the same text.`;
  return {
    items: pairs.filter(differ).map((pair) => renumberResponses(item, pair)),
    rejections: pairs
      .filter((pair) => !differ(pair))
      .map((pair) => reject('responses', 'identical_responses', message(pair))),
  };
}
