import type { Place } from '#domain/outcomes/refusal.ts';
import { checkKey, checkLabel, checkOptionalHelp, findRepeats } from './check-words.ts';
import { rubricLimits } from './rubric.ts';
import type { ChoiceOption, ChoicesScale } from './scale.ts';

interface OptionsAt {
  readonly path: string;
  /** What has these options, as a sentence begins. */
  readonly noun: string;
  readonly fewest: number;
}

/** Lists what is wrong with a list of options: too few, too many, a key or label that will not do, a key twice. */
export function validateOptions(
  options: readonly ChoiceOption[],
  { path, noun, fewest }: OptionsAt,
): Place[] {
  const places: Place[] = [];
  if (options.length < fewest || options.length > rubricLimits.options) {
    const message = `${noun} has ${fewest} to ${rubricLimits.options} options; this one has ${options.length}.`;
    places.push({ path, message });
  }
  options.forEach((option, index) => {
    const at = `${path}.${index}`;
    places.push(...checkKey(option.key, `${at}.key`), ...checkLabel(option.label, `${at}.label`));
    places.push(...checkOptionalHelp(option.help, `${at}.help`));
  });
  for (const index of findRepeats(options.map((option) => option.key))) {
    const message = `The key "${options[index]?.key}" is used twice; each option needs its own.`;
    places.push({ path: `${path}.${index}.key`, message });
  }
  return places;
}

/** Lists what contradicts itself in a choice of several. */
export function validateChoices({ options, atLeast, atMost }: ChoicesScale, path: string): Place[] {
  const places = validateOptions(options, { path: `${path}.options`, noun: 'A choice', fewest: 2 });
  if (!Number.isInteger(atLeast) || atLeast < 0)
    places.push({ path: `${path}.atLeast`, message: 'At least 0 options are chosen. Use a whole number.' });
  if (!Number.isInteger(atMost) || atMost < 1 || atMost > options.length) {
    const message = `Between 1 and ${options.length} options can be chosen at most; this says ${atMost}.`;
    places.push({ path: `${path}.atMost`, message });
  } else if (atLeast > atMost) {
    const message = `At least ${atLeast} and at most ${atMost} cannot both hold. Lower the first or raise the second.`;
    places.push({ path: `${path}.atLeast`, message });
  }
  return places;
}
