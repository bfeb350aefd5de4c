import { checkChatScale } from '#domain/chat/check-chat-scale.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import { checkLabel, checkOptionalHelp, findRepeats } from './check-words.ts';
import { rubricLimits } from './rubric.ts';
import type { PreferenceScale, RatingScale, Scale, ScaleAnchor } from './scale.ts';
import { validateMarkScale } from './validate-mark-scale.ts';
import { validateChoices, validateOptions } from './validate-options.ts';
import { validateLengths, validateNumbers, validateWriting } from './validate-ranges.ts';

const furthestRating = 1_000;

/** Lists what contradicts itself in one scale; `path` is where the scale stands in the rubric. */
export function validateScale(scale: Scale, path: string): Place[] {
  switch (scale.kind) {
    case 'preference':
      return validatePreference(scale, path);
    case 'rating':
      return validateRating(scale, path);
    case 'choice':
      return validateOptions(scale.options, { path: `${path}.options`, noun: 'A choice', fewest: 2 });
    case 'choices':
      return validateChoices(scale, path);
    case 'number':
    case 'slider':
      return validateNumbers(scale, path);
    case 'text':
      return validateLengths(scale, path);
    case 'marks':
    case 'claims':
    case 'regions':
      return validateMarkScale(scale, path);
    case 'writing':
      return validateWriting(scale, path);
    case 'chat':
      return checkChatScale(scale, path);
    default:
      return [];
  }
}

function validatePreference(scale: PreferenceScale, path: string): Place[] {
  const { steps } = scale;
  if (!Number.isInteger(steps) || steps < 1 || steps > rubricLimits.steps) {
    const message = `A preference has 1 to ${rubricLimits.steps} strengths a side; this one has ${steps}.`;
    return [{ path: `${path}.steps`, message }];
  }
  const lowest = scale.tie ? 0 : 1;
  const outside = `This strength is not on the scale, which runs from ${lowest} to ${steps}${scale.tie ? ' (0 names the tie)' : ''}.`;
  return validateAnchors(scale.anchors, { path, lowest, highest: steps, outside });
}

function validateRating(scale: RatingScale, path: string): Place[] {
  const { min, max } = scale;
  for (const end of ['min', 'max'] as const) {
    if (!Number.isInteger(scale[end]) || Math.abs(scale[end]) > furthestRating) {
      const message = `Ratings are whole numbers between -${furthestRating} and ${furthestRating}.`;
      return [{ path: `${path}.${end}`, message }];
    }
  }
  if (min >= max) {
    return [
      { path: `${path}.min`, message: `The lowest rating (${min}) must be below the highest (${max}).` },
    ];
  }
  if (max - min + 1 > rubricLimits.ratingPoints) {
    const message = `A rating has at most ${rubricLimits.ratingPoints} points; ${min} to ${max} makes ${max - min + 1}.`;
    return [{ path: `${path}.max`, message }];
  }
  const outside = `This rating is not on the scale, which runs from ${min} to ${max}.`;
  return validateAnchors(scale.anchors, { path, lowest: min, highest: max, outside });
}

function validateAnchors(
  anchors: readonly ScaleAnchor[],
  scale: { path: string; lowest: number; highest: number; outside: string },
): Place[] {
  const places: Place[] = [];
  anchors.forEach((anchor, index) => {
    const path = `${scale.path}.anchors.${index}`;
    const isOnScale =
      Number.isInteger(anchor.value) && anchor.value >= scale.lowest && anchor.value <= scale.highest;
    if (!isOnScale) places.push({ path: `${path}.value`, message: scale.outside });
    places.push(
      ...checkLabel(anchor.label, `${path}.label`),
      ...checkOptionalHelp(anchor.help, `${path}.help`),
    );
  });
  for (const index of findRepeats(anchors.map((anchor) => anchor.value))) {
    const message = `The value ${anchors[index]?.value} is named twice; keep one of the two.`;
    places.push({ path: `${scale.path}.anchors.${index}.value`, message });
  }
  return places;
}
