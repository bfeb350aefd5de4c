import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { gapBetween } from './check-gold.ts';
import { expectationsOf } from './expectations.ts';
import { canBeGold } from './tolerance.ts';

export interface UnanimityToCheck {
  readonly judgments: readonly { readonly answers: Answers; readonly rubric: Rubric }[];
  /** The rubric of today, under which the answers would be expected. */
  readonly rubric: Rubric;
  readonly leastPeople: number;
}

/**
 * What everybody said of an item alike, or null where they do not agree entirely. Words, marks and confidence are left
 * aside: nobody is held to them. Judgments under another scale say nothing about today's and make the item unfit.
 */
export function findUnanimous({ judgments, rubric, leastPeople }: UnanimityToCheck): Answers | null {
  if (judgments.length < leastPeople) return null;
  const criteria = rubric.criteria.filter(canBeGold);
  let agreed: Answers = emptyAnswers;
  let found = false;
  for (const criterion of criteria) {
    if (judgments.some((judgment) => gapBetween(criterion, judgment.rubric) !== null)) return null;
    const said = new Set(judgments.map(({ answers }) => asText(expectationsOf(answers, criterion))));
    if (said.size !== 1) return null;
    const { target, key } = criterion;
    const record = judgments[0]?.answers[target as 'pair' | 'task'];
    if (record === undefined || !Object.hasOwn(record, key)) continue;
    found = true;
    agreed = { ...agreed, [target]: { ...agreed[target as 'pair' | 'task'], [key]: record[key] } };
  }
  return found ? agreed : null;
}

/** The same text for the same answers, in whatever order their parts were written. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
