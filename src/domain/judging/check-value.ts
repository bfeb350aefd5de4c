import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { ChoicesScale, NumberScale, Scale, SliderScale, TextScale } from '#domain/rubrics/scale.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
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

/** What a value is for: a draft may hold too few words or options, never a wrong value. */
export type Purpose = 'draft' | 'submission';

/** Says why a value does not fit its criterion, "not applicable" included; null where it does. */
export function explainCriterionValue(
  value: ScaleValue,
  { criterion, purpose }: { criterion: Criterion; purpose: Purpose },
): string | null {
  if (value !== null) return explainValue(value, criterion.scale, purpose);
  return criterion.allowNotApplicable === true
    ? null
    : 'This criterion applies to everything: “not applicable” is no answer here.';
}

/** Says why a value does not fit its scale; null where it does. */
export function explainValue(value: ScaleValue, scale: Scale, purpose: Purpose = 'draft'): string | null {
  switch (scale.kind) {
    case 'rating':
      if (typeof value === 'number' && isWholeBetween(value, scale.min, scale.max)) return null;
      return `The rating must be a whole number from ${scale.min} to ${scale.max}; it is ${JSON.stringify(value)}.`;
    case 'choice':
      return explainChoice(
        value,
        scale.options.map((option) => option.key),
      );
    case 'step_label':
      return explainChoice(value, scale.neutral ? ['good', 'neutral', 'bad'] : ['good', 'bad']);
    case 'choices':
      return explainChoices(value, scale, purpose);
    case 'number':
      return explainNumber(value, scale);
    case 'slider':
      return explainSlider(value, scale);
    case 'text':
      return explainText(value, scale, purpose);
    case 'preference':
      return 'This criterion compares the pair; it takes no value.';
    default:
      return 'This criterion takes no value.';
  }
}

function explainChoice(value: ScaleValue, keys: readonly string[]): string | null {
  if (typeof value === 'string' && keys.includes(value)) return null;
  return `The choice must be one of ${keys.join(', ')}; it is ${JSON.stringify(value)}.`;
}

function explainChoices(value: ScaleValue, scale: ChoicesScale, purpose: Purpose): string | null {
  const keys = scale.options.map((option) => option.key);
  if (!Array.isArray(value) || value.some((each) => !keys.includes(each))) {
    return `The choices must be a list of ${keys.join(', ')}; they are ${JSON.stringify(value)}.`;
  }
  if (new Set(value).size !== value.length) return 'An option is chosen twice. Name each once.';
  if (value.length > scale.atMost)
    return `At most ${scale.atMost} can be chosen; ${value.length} are. Take some away.`;
  if (purpose === 'draft' || value.length >= scale.atLeast) return null;
  return `At least ${scale.atLeast} must be chosen; ${value.length} are. Choose more.`;
}

function explainNumber(value: ScaleValue, { min, max, decimals }: NumberScale): string | null {
  const range = `from ${min} to ${max}`;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < min || value > max) {
    return `This must be a number ${range}; it is ${JSON.stringify(value)}.`;
  }
  if (Number(value.toFixed(decimals)) === value) return null;
  return decimals === 0
    ? `This must be a whole number ${range}; it is ${value}.`
    : `This number has at most ${decimals} digits after the point; it is ${value}.`;
}

function explainSlider(value: ScaleValue, { min, max, step }: SliderScale): string | null {
  const fits = typeof value === 'number' && value >= min && value <= max && isNearWhole((value - min) / step);
  return fits
    ? null
    : `This must be a number from ${min} to ${max} in steps of ${step}; it is ${JSON.stringify(value)}.`;
}

function explainText(value: ScaleValue, scale: TextScale, purpose: Purpose): string | null {
  if (typeof value !== 'string') return `This must be a text; it is ${JSON.stringify(value)}.`;
  if (!isStorableText(value)) return 'This text holds a broken character. Delete it and type it again.';
  const count = countCharacters(value);
  if (count > scale.maxCharacters)
    return `This text has ${count} characters; at most ${scale.maxCharacters} fit. Shorten it.`;
  if (purpose === 'draft' || countCharacters(value.trim()) >= scale.minCharacters) return null;
  return `This text needs at least ${scale.minCharacters} characters. Write a little more.`;
}

function isWholeBetween(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

/** Steps such as 0.1 leave a rest when they are divided. */
function isNearWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}
