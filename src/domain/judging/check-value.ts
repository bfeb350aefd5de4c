import type { Scale } from '#domain/rubrics/rubric.ts';
import type { PreferenceAnswer, ScaleValue } from './answers.ts';

/** Says why a preference does not fit its scale; null where it does. */
export function explainPreference(
  answer: PreferenceAnswer,
  { scale, responseIds }: { scale: Scale; responseIds: readonly string[] },
): string | null {
  if (scale.kind !== 'preference') return 'This criterion does not ask for a preference.';
  switch (answer.verdict) {
    case 'tie':
      return scale.tie ? null : 'This scale has no tie. Choose a side, with the weakest strength if unsure.';
    case 'both_bad':
      return scale.bothBad ? null : 'This scale has no “both bad”. Choose a side or a tie.';
    case 'prefers':
      if (!responseIds.includes(answer.responseId)) {
        return `The item has no response "${answer.responseId}"; it has ${responseIds.join(', ')}.`;
      }
      if (isWholeBetween(answer.strength, 1, scale.steps)) return null;
      return `The strength must be a whole number from 1 to ${scale.steps}; it is ${answer.strength}.`;
    default:
      return 'The verdict must be “prefers”, “tie” or “both_bad”.';
  }
}

/** Says why a rating or a choice does not fit its scale; null where it does. */
export function explainValue(value: ScaleValue, scale: Scale): string | null {
  if (scale.kind === 'preference') return 'This criterion compares the pair; it takes no value.';
  if (scale.kind === 'rating') {
    if (typeof value === 'number' && isWholeBetween(value, scale.min, scale.max)) return null;
    return `The rating must be a whole number from ${scale.min} to ${scale.max}; it is ${JSON.stringify(value)}.`;
  }
  if (scale.options.some((option) => option.key === value)) return null;
  const keys = scale.options.map((option) => option.key).join(', ');
  return `The choice must be one of ${keys}; it is ${JSON.stringify(value)}.`;
}

function isWholeBetween(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
