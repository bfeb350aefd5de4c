import { firstScaleOf } from '#domain/rubrics/fresh-scale.ts';
import { rubricLimits } from '#domain/rubrics/rubric.ts';
import type {
  ChoiceOption,
  ChoicesScale,
  PreferenceScale,
  RatingScale,
  Scale,
  ScaleAnchor,
} from '#domain/rubrics/scale.ts';
import { type CriterionTarget, scalesOf } from '#domain/rubrics/target.ts';
import { keyFromLabel } from './key-from-label.ts';

/** The scale kept where it can be asked of the target, else a fresh one that can. */
export function fitScale(scale: Scale, target: CriterionTarget): Scale {
  return scalesOf[target].includes(scale.kind) ? scale : firstScaleOf(target);
}

/** Names a point, or takes its name away where neither label nor help is left. */
export function nameAnchor(
  anchors: readonly ScaleAnchor[],
  value: number,
  words: { readonly label?: string; readonly help?: string },
): ScaleAnchor[] {
  const old = anchors.find((anchor) => anchor.value === value);
  const label = words.label ?? old?.label ?? '';
  const help = words.help ?? old?.help ?? '';
  const others = anchors.filter((anchor) => anchor.value !== value);
  if (label === '' && help === '') return others;
  const named: ScaleAnchor = help === '' ? { value, label } : { value, label, help };
  return [...others, named].sort((one, other) => one.value - other.value);
}

/** Another range; names of points that are no longer on the scale go. */
export function setRange(
  scale: RatingScale,
  range: { readonly min?: number; readonly max?: number },
): RatingScale {
  const min = range.min ?? scale.min;
  const wanted = range.max ?? scale.max;
  const max = Math.min(Math.max(wanted, min + 1), min + rubricLimits.ratingPoints - 1);
  return { ...scale, min, max, anchors: scale.anchors.filter(({ value }) => value >= min && value <= max) };
}

/** Other strengths or another middle; names of strengths that are gone go too. */
export function setPreference(
  scale: PreferenceScale,
  change: Partial<Pick<PreferenceScale, 'steps' | 'tie' | 'bothBad'>>,
): PreferenceScale {
  const next = { ...scale, ...change };
  const lowest = next.tie ? 0 : 1;
  return { ...next, anchors: next.anchors.filter(({ value }) => value >= lowest && value <= next.steps) };
}

/** The points that a scale can name, from low to high. */
export function pointsOf(scale: PreferenceScale | RatingScale): number[] {
  const [low, high] = scale.kind === 'rating' ? [scale.min, scale.max] : [scale.tie ? 0 : 1, scale.steps];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/** One more option at the end, with a name to be written over. */
export function addOption(options: readonly ChoiceOption[]): ChoiceOption[] {
  const label = `Option ${options.length + 1}`;
  const key = keyFromLabel(
    label,
    options.map((option) => option.key),
  );
  return [...options, { key, label }];
}

/** Changes one option. Its key follows the label while it is what the label made it. */
export function changeOption(
  options: readonly ChoiceOption[],
  index: number,
  change: Partial<ChoiceOption>,
): readonly ChoiceOption[] {
  const old = options[index];
  if (old === undefined) return options;
  const others = options.filter((_, at) => at !== index).map((option) => option.key);
  const follows =
    change.label !== undefined && change.key === undefined && old.key === keyFromLabel(old.label, others);
  const { help, ...rest } = { ...old, ...change };
  const key = follows ? keyFromLabel(rest.label, others) : rest.key;
  const next: ChoiceOption = help === undefined || help === '' ? { ...rest, key } : { ...rest, key, help };
  return options.with(index, next);
}

export function removeOption(options: readonly ChoiceOption[], index: number): ChoiceOption[] {
  return options.filter((_, at) => at !== index);
}

/** The option at one place put to another; out of the list changes nothing. */
export function moveOption(
  options: readonly ChoiceOption[],
  from: number,
  to: number,
): readonly ChoiceOption[] {
  const moved = options[from];
  if (moved === undefined || to < 0 || to >= options.length || to === from) return options;
  return options.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** Other options to choose several of; the bounds follow where they no longer fit. */
export function setChoices(scale: ChoicesScale, options: readonly ChoiceOption[]): ChoicesScale {
  const takesAll = scale.atMost >= scale.options.length;
  const atMost = takesAll ? options.length : Math.min(scale.atMost, options.length);
  return { ...scale, options, atMost, atLeast: Math.min(scale.atLeast, atMost) };
}
