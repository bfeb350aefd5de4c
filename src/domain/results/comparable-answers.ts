import type { Answers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';

/** @throws RangeError where there is no version at all. */
export function newestRubric(rubrics: ReadonlyMap<number, Rubric>): Rubric {
  const newest = rubrics.get(Math.max(...rubrics.keys()));
  if (newest === undefined) throw new RangeError('Agreement needs at least one version of the rubric.');
  return newest;
}

/**
 * Leaves of answers what can be held against answers under the newest rubric: those to criteria that asked the same
 * question on the same scale.
 */
export function comparableAnswers(
  rubrics: ReadonlyMap<number, Rubric>,
): (answers: Answers, rubricVersion: number) => Answers {
  const newest = newestRubric(rubrics);
  const alikeIn = new Map([...rubrics].map(([version, rubric]) => [version, alikeKeys(rubric, newest)]));
  return (answers, rubricVersion) => {
    const alike = alikeIn.get(rubricVersion) ?? new Set();
    if (alike.size === newest.criteria.length) return answers;
    const keep = <Value>(record: Readonly<Record<string, Value>>) =>
      Object.fromEntries(Object.entries(record).filter(([key]) => alike.has(key)));
    return {
      pair: keep(answers.pair),
      ranking: keep(answers.ranking ?? {}),
      response: keep(answers.response),
      turn: keep(answers.turn ?? {}),
      step: keep(answers.step ?? {}),
      task: keep(answers.task),
      continuation: keep(answers.continuation ?? {}),
    };
  };
}

function alikeKeys(rubric: Rubric, newest: Rubric): Set<string> {
  const same = newest.criteria.filter((criterion) =>
    rubric.criteria.some((other) => measure(other) === measure(criterion)),
  );
  return new Set(same.map(({ key }) => key));
}

/** What makes two criteria comparable: words may have changed, the question's key, target and points may not. */
export function measure({ key, target, scale }: Criterion): string {
  switch (scale.kind) {
    case 'choice':
    case 'choices':
      return JSON.stringify([key, target, scale.options.map((option) => option.key)]);
    case 'rating':
      return JSON.stringify([key, target, scale.min, scale.max]);
    case 'preference':
      return JSON.stringify([key, target, scale.steps, scale.tie]);
    default:
      return JSON.stringify([key, target, scale]);
  }
}
