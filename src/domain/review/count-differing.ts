import type { Answers } from '#domain/judging/answers.ts';
import { listAgreementValues } from '#domain/results/agreement-values.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';

/** What is compared between two people: the values of the overall criterion, or of all that can be measured. */
export function comparedValues(
  rubric: Rubric,
  responseIds: readonly string[],
  answers: Answers,
  criterionKey: string | null = rubric.overallKey,
): string {
  const judgment = { itemId: 'i', annotatorId: 'a', responseIds, answers };
  return listAgreementValues(rubric, [judgment])
    .filter((values) => criterionKey === null || values.criterionKey === criterionKey)
    .map(({ criterionKey: key, unitIds, values, bothBadCount }) => {
      // Of a preference only which one is better: how much better differs between people who agree.
      const said = unitIds.map((unit, index) => `${unit}=${sideOf(key, values[index] ?? 0, rubric)}`);
      return `${key}:${said.sort().join(',')}:${bothBadCount}`;
    })
    .join(';');
}

function sideOf(key: string, value: number, { criteria }: Rubric): number {
  const isPair = criteria.some((criterion) => criterion.key === key && criterion.target === 'pair');
  return isPair ? Math.sign(value) : value;
}

interface Judged {
  readonly annotatorId: string;
  readonly rubricVersion: number;
  readonly answers: Answers;
}

/** How many others judged the same item under the same rubric, and how many said something else. */
export function countDiffering(
  rubric: Rubric,
  responseIds: readonly string[],
  { judgment, all }: { readonly judgment: Judged; readonly all: readonly Judged[] },
): { readonly others: number; readonly differing: number } {
  const own = comparedValues(rubric, responseIds, judgment.answers);
  const others = all.filter(
    (other) => other.annotatorId !== judgment.annotatorId && other.rubricVersion === judgment.rubricVersion,
  );
  const differing = others.filter((other) => comparedValues(rubric, responseIds, other.answers) !== own);
  return { others: others.length, differing: differing.length };
}
