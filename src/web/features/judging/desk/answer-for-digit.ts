import { type Answers, ownValue } from '#domain/judging/answers.ts';
import { clearingChange } from '#domain/judging/change-answers.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { ChoicesScale, RatingScale, Scale } from '#domain/rubrics/scale.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import { listConflictable, nextConflict } from './conflict.ts';
import { readControlValue, scaleOf, valueAct } from './control-values.ts';
import type { JudgeAct } from './judge-act.ts';
import { listPositions } from './preference-positions.ts';
import { rankResponse } from './rank-response.ts';

/** The rating of a digit: itself where the scale fits the digits, else its place counted from the left. */
export function ratingForDigit({ min, max }: RatingScale, digit: number): number | undefined {
  const isPlain = min >= 0 && max <= 10;
  const value = isPlain ? (digit === 0 && min > 0 ? 10 : digit) : min + (digit === 0 ? 10 : digit) - 1;
  return value >= min && value <= max ? value : undefined;
}

/** A thing in a list, by the digit under it. */
function atDigit<Thing>(things: readonly Thing[], digit: number): Thing | undefined {
  return things[digit === 0 ? 9 : digit - 1];
}

function valueForDigit(scale: Scale, digit: number): number | string | undefined {
  if (scale.kind === 'rating') return ratingForDigit(scale, digit);
  if (scale.kind === 'choice' || scale.kind === 'step_label') return atDigit(optionsOf(scale), digit)?.key;
  if (scale.kind !== 'slider') return undefined;
  // 1 to 9 and 0 are tenths of the line, put on its nearest step.
  const wanted = scale.min + ((scale.max - scale.min) * (digit === 0 ? 10 : digit)) / 10;
  const steps = Math.round((wanted - scale.min) / scale.step);
  return Number((scale.min + steps * scale.step).toFixed(9));
}

/** The keys that are chosen after one more was added or taken away, in the order of the options. */
export function toggleChoice(
  scale: ChoicesScale,
  { chosen, key }: { chosen: readonly string[]; key: string },
): readonly string[] {
  const next = chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key];
  if (next.length > scale.atMost) return chosen;
  return scale.options.map((option) => option.key).filter((each) => next.includes(each));
}

/** Whether "none of these" is an answer. */
export function hasNone(scale: ChoicesScale): boolean {
  return scale.atLeast === 0;
}

/** The act that adds an option or takes it away; where none is no answer, taking the last one away leaves it open. */
export function choicesAct(
  control: AnswerControl,
  { scale, answers, key }: { scale: ChoicesScale; answers: Answers; key: string },
): JudgeAct | undefined {
  const current = readControlValue(answers, control);
  const chosen = Array.isArray(current) ? (current as readonly string[]) : [];
  const next = toggleChoice(scale, { chosen, key });
  if (next.length > 0 || hasNone(scale)) return valueAct(control, next);
  return { kind: 'answer', control, change: clearingChange(control) };
}

interface DigitPress {
  readonly control: AnswerControl;
  readonly digit: number;
  readonly rubric: Rubric;
  readonly responseIds: readonly string[];
  readonly answers: Answers;
}

/** The answer that a digit gives to a control; undefined where it fits nothing there. */
export function answerForDigit(press: DigitPress): JudgeAct | undefined {
  const { control, digit, rubric, responseIds, answers } = press;
  if (control.kind === 'confidence') return valueAct(control, digit);
  if (control.kind === 'conflict') return conflictForDigit(press);
  const scale = scaleOf(control, rubric);
  if (scale === undefined || !('criterionKey' in control)) return undefined;
  const { criterionKey } = control;
  if (scale.kind === 'preference') {
    const tie = scale.tie ? ({ verdict: 'tie' } as const) : undefined;
    const answer = digit === 0 ? tie : listPositions(scale, responseIds)[digit - 1];
    return answer && { kind: 'prefer', criterionKey, answer };
  }
  if (scale.kind === 'ranking') {
    const responseId = responseIds[digit - 1];
    if (responseId === undefined) return undefined;
    const value = rankResponse(ownValue(answers.ranking, criterionKey), { scale, responseId });
    return { kind: 'answer', control, change: { record: 'ranking', key: criterionKey, value } };
  }
  if (control.kind === 'span' || control.kind === 'region') {
    // Marks that are there already are not thrown away by one key.
    const isFree = digit === 0 && ownValue<unknown>(answers[control.kind], criterionKey) === undefined;
    if (!isFree) return undefined;
    return { kind: 'answer', control, change: { record: control.kind, key: criterionKey, value: [] } };
  }
  if (scale.kind === 'choices') {
    if (digit === 0 && hasNone(scale) && scale.options.length < 10) return valueAct(control, []);
    const key = atDigit(scale.options, digit)?.key;
    return key === undefined ? undefined : choicesAct(control, { scale, answers, key });
  }
  const value = valueForDigit(scale, digit);
  return value === undefined ? undefined : valueAct(control, value);
}

function conflictForDigit({ digit, rubric, answers }: DigitPress): JudgeAct | undefined {
  const key = listConflictable(rubric)[digit - 1]?.key;
  if (digit !== 0 && key === undefined) return undefined;
  const value = nextConflict(answers.conflict, key ?? null);
  return { kind: 'answer', control: { kind: 'conflict' }, change: { record: 'conflict', value } };
}
