import type { DraftCriterion } from '#web/features/rubrics/editor/draft-rubric.ts';
import { type DraftRubric, findCriterion } from '#web/features/rubrics/editor/draft-rubric.ts';
import { say } from '#web/messages/say.ts';
import { answersOf } from './condition-choices.ts';

/** When a criterion is asked, in words; undefined where always. */
export function describeCondition(criterion: DraftCriterion, draft: DraftRubric): string | undefined {
  const { askedIf } = criterion;
  if (askedIf === null) return undefined;
  const { test } = askedIf;
  const source = findCriterion(draft, askedIf.sourceId);
  const name = source?.label || askedIf.sourceKey;
  const named = (values: readonly (number | string)[]) => {
    const answers = source === undefined ? [] : answersOf(source.scale);
    return values
      .map((value) => answers.find((answer) => answer.value === value)?.label ?? String(value))
      .join(', ');
  };
  switch (test.kind) {
    case 'answered':
      return say('only if “{name}” is answered', { name });
    case 'one_of':
      return say('only if “{name}” is {answers}', { name, answers: named(test.values) });
    case 'at_least':
      return say('only if “{name}” is at least {value}', { name, value: String(test.value) });
    case 'at_most':
      return say('only if “{name}” is at most {value}', { name, value: String(test.value) });
    case 'marked':
      return test.labels.length === 0
        ? say('only if something is marked in “{name}”', { name })
        : say('only if “{name}” holds {answers}', { name, answers: named(test.labels) });
  }
}
