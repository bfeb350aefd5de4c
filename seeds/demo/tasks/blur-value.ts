import type { ScaleValue } from '#domain/judging/answers.ts';
import type { ChoicesScale, Scale } from '#domain/rubrics/scale.ts';
import type { SimulatedAnnotator } from '#seeds/demo/annotator.ts';
import { drawNormal, happens } from '#seeds/demo/chance.ts';
import type { Random } from '#stats/random/seeded-random.ts';

/** Who looks, and the chance in it. */
export interface Viewer {
  readonly annotator: SimulatedAnnotator;
  readonly random: Random;
  /** How many people have judged the item before: each has other notes and reasons, and writes another text. */
  readonly judgedBefore: number;
}

/** How often this person takes one thing for another. */
export function slipChance({ annotator }: Viewer): number {
  return 0.04 + 0.6 * (1 - annotator.skill);
}

/** What this person says where a careful one would say `ideal`; undefined means that nobody has thought about it. */
export function blurValue(viewer: Viewer, ideal: ScaleValue | undefined, scale: Scale): ScaleValue {
  if (ideal === null) return null;
  switch (scale.kind) {
    case 'rating':
      return blurNumber(viewer, { ideal, min: scale.min, max: scale.max, step: 1 });
    case 'slider':
      return blurNumber(viewer, { ideal, ...scale });
    case 'number':
      return blurNumber(viewer, { ideal, ...scale, step: 10 ** -scale.decimals });
    case 'choice':
      return blurChoice(viewer, { ideal, keys: scale.options.map(({ key }) => key) });
    case 'step_label':
      return blurChoice(viewer, {
        ideal,
        keys: scale.neutral ? ['good', 'neutral', 'bad'] : ['good', 'bad'],
      });
    case 'choices':
      return blurChoices(viewer, Array.isArray(ideal) ? ideal : [], scale);
    default:
      return typeof ideal === 'string' ? ideal : '';
  }
}

interface Points {
  readonly ideal: ScaleValue | undefined;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

function blurNumber(viewer: Viewer, { ideal, min, max, step }: Points): number {
  const { annotator, random } = viewer;
  const mean = typeof ideal === 'number' ? ideal : (min + max) / 2;
  const unit = (max - min) / 4;
  const seen = drawNormal(random, {
    mean: mean + 0.5 * annotator.leniency * unit,
    deviation: (0.25 + 1.2 * (1 - annotator.skill)) * unit,
  });
  const steps = Math.round((Math.min(max, Math.max(min, seen)) - min) / step);
  return Number((min + steps * step).toFixed(6));
}

function blurChoice(
  viewer: Viewer,
  given: { ideal: ScaleValue | undefined; keys: readonly string[] },
): string {
  const { keys } = given;
  const at = typeof given.ideal === 'string' ? keys.indexOf(given.ideal) : -1;
  if (at === -1) return keys[viewer.random.below(keys.length)] ?? '';
  if (!happens(viewer.random, slipChance(viewer))) return keys[at] ?? '';
  // Options stand in an order: one is taken for its neighbour.
  const next = at === 0 ? 1 : at === keys.length - 1 || happens(viewer.random, 0.5) ? at - 1 : at + 1;
  return keys[next] ?? keys[at] ?? '';
}

function blurChoices(viewer: Viewer, ideal: readonly string[], scale: ChoicesScale): string[] {
  const keys = scale.options.map(({ key }) => key);
  const rate = slipChance(viewer);
  const seen = keys.filter((key) =>
    ideal.includes(key) ? !happens(viewer.random, rate) : happens(viewer.random, rate / 4),
  );
  const enough =
    seen.length >= scale.atLeast ? seen : [...ideal, ...keys.toReversed()].slice(0, scale.atLeast);
  return enough.slice(0, scale.atMost);
}
