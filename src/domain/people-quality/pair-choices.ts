import { type Answers, ownValue } from '#domain/judging/answers.ts';
import { listPairSigns } from '#domain/judging/pair-signs.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';

/** Two responses of one item as one person saw and weighed them; places in the item's own order. */
export interface PairChoice {
  /** The one that was shown earlier. */
  readonly first: number;
  readonly second: number;
  /** 1 where the one shown earlier was preferred, -1 where the other one was, 0 where neither. */
  readonly sign: -1 | 0 | 1;
}

/**
 * The criterion that says which response somebody prefers: a preference, else a ranking, else a rating of each response;
 * of several the overall one.
 */
export function choiceCriterionOf({ criteria, overallKey }: Rubric): Criterion | null {
  const kinds: ((criterion: Criterion) => boolean)[] = [
    ({ target }) => target === 'pair',
    ({ target }) => target === 'ranking',
    ({ target, scale }) => target === 'response' && isNumeric(scale.kind),
  ];
  for (const isKind of kinds) {
    const found = criteria.filter(isKind);
    const chosen = found.find(({ key }) => key === overallKey) ?? found[0];
    if (chosen) return chosen;
  }
  return null;
}

const isNumeric = (kind: Criterion['scale']['kind']) =>
  kind === 'rating' || kind === 'number' || kind === 'slider';

export interface ShownAnswers {
  readonly answers: Answers;
  readonly responseIds: readonly string[];
  /** Places in the item's own order, in the order in which they were shown. */
  readonly shownOrder: readonly number[];
}

/** What somebody's answers to a criterion say about every two responses. */
export function listPairChoices(criterion: Criterion, shown: ShownAnswers): PairChoice[] {
  const { shownOrder } = shown;
  if (shownOrder.length < 2) return [];
  const signs = signsOf(criterion, shown);
  return shownOrder.flatMap((first, place) =>
    shownOrder.slice(place + 1).flatMap((second): PairChoice[] => {
      const sign = signs.get(`${Math.min(first, second)}-${Math.max(first, second)}`);
      if (sign === undefined) return [];
      // `|| 0` keeps a tie from becoming -0.
      return [{ first, second, sign: ((first < second ? -sign : sign) || 0) as -1 | 0 | 1 }];
    }),
  );
}

/** By places "0-1" in the item's own order: -1 where the first of the two is better, 1 where the second one is. */
function signsOf({ key, target }: Criterion, { answers, responseIds }: ShownAnswers): Map<string, number> {
  const placeOf = (id: string) => responseIds.indexOf(id);
  if (target === 'pair') {
    const answer = ownValue(answers.pair, key);
    if (answer === undefined || answer.verdict === 'both_bad') return new Map();
    if (answer.verdict === 'tie') return new Map([['0-1', 0]]);
    return new Map([['0-1', placeOf(answer.responseId) === 0 ? -1 : 1]]);
  }
  if (target === 'ranking') {
    const answer = ownValue(answers.ranking, key);
    if (answer === undefined) return new Map();
    return new Map(
      listPairSigns(answer, responseIds).map(([pair, sign]) => [
        pair.split('-').map(placeOf).join('-'),
        sign,
      ]),
    );
  }
  const values = responseIds.map((id) => ownValue(ownValue(answers.response, key), id));
  const signs = new Map<string, number>();
  values.forEach((one, first) => {
    values.slice(first + 1).forEach((other, step) => {
      if (typeof one === 'number' && typeof other === 'number')
        signs.set(`${first}-${first + 1 + step}`, Math.sign(other - one));
    });
  });
  return signs;
}
