import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { RatingScale, Rubric, Scale } from '#domain/rubrics/rubric.ts';
import { valueAct } from './control-values.ts';
import type { JudgeAct } from './judge-act.ts';
import { listPositions } from './preference-positions.ts';

/** The rating of a digit: itself where the scale fits the digits, else its place counted from the left. */
export function ratingForDigit({ min, max }: RatingScale, digit: number): number | undefined {
  const isPlain = min >= 0 && max <= 10;
  const value = isPlain ? (digit === 0 && min > 0 ? 10 : digit) : min + (digit === 0 ? 10 : digit) - 1;
  return value >= min && value <= max ? value : undefined;
}

function valueForDigit(scale: Scale, digit: number): number | string | undefined {
  if (scale.kind === 'rating') return ratingForDigit(scale, digit);
  return scale.kind === 'choice' ? scale.options[digit === 0 ? 9 : digit - 1]?.key : undefined;
}

interface DigitPress {
  readonly control: AnswerControl;
  readonly digit: number;
  readonly rubric: Rubric;
  readonly responseIds: readonly string[];
}

/** The answer that a digit gives to a control; undefined where it fits nothing there. */
export function answerForDigit({ control, digit, rubric, responseIds }: DigitPress): JudgeAct | undefined {
  if (control.kind === 'justification') return undefined;
  if (control.kind === 'confidence') return valueAct(control, digit);
  const { criterionKey } = control;
  const scale = rubric.criteria.find((criterion) => criterion.key === criterionKey)?.scale;
  if (scale === undefined) return undefined;
  if (scale.kind === 'preference') {
    const tie = scale.tie ? ({ verdict: 'tie' } as const) : undefined;
    const answer = digit === 0 ? tie : listPositions(scale, responseIds)[digit - 1];
    return answer && { kind: 'prefer', criterionKey, answer };
  }
  const value = valueForDigit(scale, digit);
  return value === undefined ? undefined : valueAct(control, value);
}
