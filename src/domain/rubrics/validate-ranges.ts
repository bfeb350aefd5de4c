import type { Place } from '#domain/outcomes/refusal.ts';
import { checkLabel, findRepeats } from './check-words.ts';
import { rubricLimits } from './rubric.ts';
import type { NumberScale, SliderScale, TextScale, WritingScale } from './scale.ts';

const furthest = 1_000_000_000;
const mostSliderSteps = 1_000;
const mostDecimals = 6;
const mostWords = 20_000;

/** Lists what contradicts itself in a number or a slider. */
export function validateNumbers(scale: NumberScale | SliderScale, path: string): Place[] {
  const { min, max } = scale;
  for (const end of ['min', 'max'] as const) {
    if (!Number.isFinite(scale[end]) || Math.abs(scale[end]) > furthest)
      return [{ path: `${path}.${end}`, message: `Use a number between -${furthest} and ${furthest}.` }];
  }
  if (min >= max)
    return [
      { path: `${path}.min`, message: `The lowest number (${min}) must be below the highest (${max}).` },
    ];
  if (scale.kind === 'slider') return validateSlider(scale, path);
  const isWhole = Number.isInteger(scale.decimals) && scale.decimals >= 0 && scale.decimals <= mostDecimals;
  return isWhole
    ? []
    : [{ path: `${path}.decimals`, message: `A number has 0 to ${mostDecimals} digits after the point.` }];
}

function validateSlider({ min, max, step, lowLabel, highLabel }: SliderScale, path: string): Place[] {
  const labels = [...checkLabel(lowLabel, `${path}.lowLabel`), ...checkLabel(highLabel, `${path}.highLabel`)];
  const steps = (max - min) / step;
  if (!(step > 0) || steps > mostSliderSteps) {
    const message = `A slider has up to ${mostSliderSteps} steps. Use a larger step, above 0.`;
    return [...labels, { path: `${path}.step`, message }];
  }
  if (Math.abs(steps - Math.round(steps)) > 1e-9)
    return [
      ...labels,
      { path: `${path}.step`, message: `Steps of ${step} do not lead from ${min} to ${max}.` },
    ];
  return labels;
}

/** Lists what contradicts itself in a text's lengths. */
export function validateLengths({ minCharacters, maxCharacters }: TextScale, path: string): Place[] {
  const { textCharacters } = rubricLimits;
  if (!Number.isInteger(maxCharacters) || maxCharacters < 1 || maxCharacters > textCharacters)
    return [{ path: `${path}.maxCharacters`, message: `A text has up to ${textCharacters} characters.` }];
  if (!Number.isInteger(minCharacters) || minCharacters < 0 || minCharacters > maxCharacters)
    return [
      {
        path: `${path}.minCharacters`,
        message: `The shortest text has between 0 and ${maxCharacters} characters.`,
      },
    ];
  return [];
}

/** Lists what contradicts itself in the rules for a written text. */
export function validateWriting({ purpose, start, rules }: WritingScale, path: string): Place[] {
  const at = `${path}.rules`;
  const places: Place[] = [];
  if (purpose === 'prompt' && start === 'edit')
    places.push({
      path: `${path}.start`,
      message: 'A prompt is written from scratch: there is nothing to edit.',
    });
  for (const name of ['minWords', 'maxWords'] as const) {
    const words = rules[name];
    if (!Number.isInteger(words) || words < 0 || words > mostWords)
      places.push({ path: `${at}.${name}`, message: `Use a whole number of words from 0 to ${mostWords}.` });
  }
  if (rules.maxWords > 0 && rules.minWords > rules.maxWords) {
    const message = `At least ${rules.minWords} and at most ${rules.maxWords} words cannot both hold.`;
    places.push({ path: `${at}.minWords`, message });
  }
  const isPlain = rules.format === 'plain' || rules.format === 'json';
  const markdown = rules.mustInclude.findIndex((phrase) => isPlain && /^[#*`>-]/.test(phrase));
  if (markdown !== -1)
    places.push({
      path: `${at}.mustInclude.${markdown}`,
      message: 'This phrase is Markdown, which the format forbids.',
    });
  return [...places, ...validatePhrases(rules, at)];
}

function validatePhrases({ mustInclude, mustNotInclude }: WritingScale['rules'], path: string): Place[] {
  const lists = { mustInclude, mustNotInclude };
  const places = (['mustInclude', 'mustNotInclude'] as const).flatMap((name): Place[] => {
    const phrases = lists[name];
    if (phrases.length > rubricLimits.phrases)
      return [{ path: `${path}.${name}`, message: `At most ${rubricLimits.phrases} phrases fit.` }];
    const repeats = findRepeats(phrases.map((phrase) => phrase.toLowerCase()));
    return [
      ...phrases.flatMap((phrase, index) => checkLabel(phrase, `${path}.${name}.${index}`)),
      ...repeats.map((index) => ({ path: `${path}.${name}.${index}`, message: 'This phrase stands twice.' })),
    ];
  });
  const clash = mustInclude.findIndex((phrase) =>
    mustNotInclude.some((other) => phrase.toLowerCase().includes(other.toLowerCase()) && other !== ''),
  );
  if (clash === -1) return places;
  const message = `“${mustInclude[clash]}” is asked for and forbidden at once. Take it off one list.`;
  return [...places, { path: `${path}.mustInclude.${clash}`, message }];
}
