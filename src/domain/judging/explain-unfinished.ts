import { walkDialogue } from '#domain/dialogue/walk.ts';
import { noUnits } from '#domain/items/item-units.ts';
import { findCriterion } from '#domain/rubrics/rubric.ts';
import { ownValue } from './answers.ts';
import { checkRegionMarks, checkSpanMarks } from './check-marks.ts';
import { explainWritten } from './check-work.ts';
import type { AnswerControl, AnswerState } from './missing-answers.ts';

const unfinishable: readonly AnswerControl['kind'][] = ['span', 'region', 'writing', 'continuation'];

/** Says what marks, regions, a written text or a way through a dialogue still lack before they can be submitted; null where nothing. */
export function explainUnfinished(control: AnswerControl, state: AnswerState): string | null {
  if (!('criterionKey' in control) || !unfinishable.includes(control.kind)) return null;
  const { rubric, answers, responseIds, units = noUnits } = state;
  const { criterionKey: key } = control;
  const scale = findCriterion(rubric, key)?.scale;
  const check = { units, path: '', purpose: 'submission' } as const;
  if (scale?.kind === 'writing') {
    const written = ownValue(answers.writing, key);
    return written === undefined
      ? null
      : explainWritten(written, { scale, responseIds, purpose: 'submission' });
  }
  if (scale?.kind === 'continuation') {
    const way = ownValue(answers.continuation, key);
    if (way === undefined || walkDialogue(units.dialogue ?? [], way.path).open === null) return null;
    return 'The dialogue goes on. Choose a reply at each turn until its end.';
  }
  if (scale?.kind === 'regions')
    return checkRegionMarks(ownValue(answers.region, key) ?? [], { ...check, scale })[0]?.message ?? null;
  if (scale?.kind === 'marks' || scale?.kind === 'claims')
    return checkSpanMarks(ownValue(answers.span, key) ?? [], { ...check, scale })[0]?.message ?? null;
  return null;
}
