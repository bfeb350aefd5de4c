import type { ConditionTest } from '#domain/rubrics/condition.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { anchorsOf, optionsOf } from '#domain/rubrics/scale-points.ts';
import { canDepend } from '#domain/rubrics/validate-condition.ts';
import type { DraftCriterion } from '#web/features/rubrics/editor/draft-rubric.ts';
import { say } from '#web/messages/say.ts';

/** The criteria before one whose answers can decide whether it is asked. */
export function listSources(criteria: readonly DraftCriterion[], id: number): readonly DraftCriterion[] {
  const at = criteria.findIndex((criterion) => criterion.id === id);
  const target = criteria[at]?.target;
  if (target === undefined) return [];
  return criteria
    .slice(0, at)
    .filter((source) => canDepend(target, source.target) && testsOf(source.scale).length > 0);
}

/** The tests that make sense of an answer on this scale, the most usual first. */
export function testsOf(scale: Scale): readonly ConditionTest['kind'][] {
  switch (scale.kind) {
    case 'marks':
    case 'claims':
    case 'regions':
      return ['marked'];
    case 'rating':
      return ['at_least', 'at_most', 'one_of', 'answered'];
    case 'number':
    case 'slider':
      return ['at_least', 'at_most', 'answered'];
    case 'text':
      return ['answered'];
    case 'writing':
    case 'chat':
    case 'run':
    case 'continuation':
      return [];
    default:
      return ['one_of', 'answered'];
  }
}

export interface Answer {
  readonly value: number | string;
  readonly label: string;
}

/** The answers that can be listed, as annotators read them. */
export function answersOf(scale: Scale): readonly Answer[] {
  switch (scale.kind) {
    case 'rating':
      return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => {
        const value = scale.min + index;
        const name = anchorsOf(scale).find((anchor) => anchor.value === value)?.label;
        return { value, label: name ? `${value} ${name}` : String(value) };
      });
    case 'preference':
      return [
        { value: 'prefers', label: say('one is better') },
        ...(scale.tie ? [{ value: 'tie', label: say('about the same') }] : []),
        ...(scale.bothBad ? [{ value: 'both_bad', label: say('both bad') }] : []),
      ];
    case 'ranking':
      return [
        scale.mode === 'full'
          ? { value: 'ranked', label: say('put in order') }
          : { value: 'best_worst', label: say('best and worst named') },
        ...(scale.allBad ? [{ value: 'all_bad', label: say('all bad') }] : []),
      ];
    default:
      return optionsOf(scale).map(({ key, label }) => ({ value: key, label }));
  }
}

/** A test of a kind as it stands before anybody has changed it; true for some answers and not for all. */
export function freshTest(kind: ConditionTest['kind'], scale: Scale): ConditionTest {
  const range = 'min' in scale ? scale : { min: 0, max: 1 };
  switch (kind) {
    case 'answered':
      return { kind };
    case 'marked':
      return { kind, labels: [] };
    case 'at_least':
      return { kind, value: range.max };
    case 'at_most':
      return { kind, value: range.min };
    case 'one_of': {
      const last = answersOf(scale).at(-1);
      return { kind, values: last === undefined ? [] : [last.value] };
    }
  }
}
