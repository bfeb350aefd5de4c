import { leastUnits } from '#domain/quality/measures.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import type { DotInterval } from '#web/ui/charts/dot-interval-plot.tsx';
import { formatShortDay } from '#web/ui/format-date.ts';
import { formatDecimal, formatShare } from '#web/ui/format-number.ts';
import type { CriterionQuality, Estimate, Slice } from './quality-query.ts';

type Unit = CriterionQuality['unit'];

const unitWords: Readonly<Record<Unit, Message>> = {
  item: message('{count, plural, one {# item} other {# items}}'),
  response: message('{count, plural, one {# response} other {# responses}}'),
  turn: message('{count, plural, one {# turn} other {# turns}}'),
  step: message('{count, plural, one {# step} other {# steps}}'),
  pair: message('{count, plural, one {# pair} other {# pairs}}'),
  option: message('{count, plural, one {# option} other {# options}}'),
};

/** "40 items", or of what else a criterion was asked. */
export function countUnits(count: number, unit: Unit): string {
  return say(unitWords[unit], { count });
}

/** Why a figure is not there, and what would make it computable. */
export function sayGap({ reason, n }: Estimate): string {
  switch (reason) {
    case 'no_variation':
      return say('Everybody always said the same. It can be computed once answers differ.');
    case 'all_ties':
      return say('Every answer is a tie. It can be computed once somebody prefers one.');
    case 'too_few_units':
      return say('{n, number} of {least, number} needed', { n, least: leastUnits });
    default:
      return say('No two people judged the same. It needs an overlap of two.');
  }
}

interface FigureWords {
  readonly name: string;
  readonly format: (value: number) => string;
  readonly unit: Unit;
}

/** An estimate, ready to be drawn and read out. */
export function toDot(estimate: Estimate, { name, format, unit }: FigureWords): DotInterval {
  const { value, low, high, n } = estimate;
  if (value === null) {
    const why = sayGap(estimate);
    return { value, low, high, text: '–', reason: why, detail: `${name}: ${why}` };
  }
  const text = format(value);
  const size = { name, value: text, n: countUnits(n, unit) };
  if (low === null || high === null)
    return { value, low, high, text, detail: say('{name} {value}, n = {n}', size) };
  const ends = { low: format(low), high: format(high) };
  return {
    ...{ value, low, high },
    text: `${text} (${ends.low}–${ends.high})`,
    detail: say('{name} {value}, 95% interval {low} to {high}, n = {n}', { ...size, ...ends }),
  };
}

export const alphaDot = (estimate: Estimate, unit: Unit) =>
  toDot(estimate, { name: say('Alpha'), format: formatDecimal, unit });

export const shareDot = (estimate: Estimate, unit: Unit) =>
  toDot(estimate, { name: say('Agreement'), format: formatShare, unit });

/** The share that everybody understands: of a preference that of the same side, else that of the same answer. */
export function plainShare({ sameSide, same }: Pick<CriterionQuality, 'same' | 'sameSide'>): Estimate {
  return sameSide ?? same;
}

/** "0.71 (0.62–0.79)", or a dash. */
export function estimateText(estimate: Estimate, format: (value: number) => string): string {
  const { value, low, high } = estimate;
  if (value === null) return '–';
  return low === null || high === null ? format(value) : `${format(value)} (${format(low)}–${format(high)})`;
}

/** "0.62 to 0.79" of an interval; empty where there is none. */
export function rangeText({ low, high }: Estimate, format: (value: number) => string): string {
  return low === null || high === null
    ? ''
    : say('{low} to {high}', { low: format(low), high: format(high) });
}

/** A slice by name: a domain, two models, a version or a week. */
export function nameSlice({ dimension, name }: Pick<Slice, 'dimension' | 'name'>): string {
  switch (dimension) {
    case 'guideline':
      return say('Guidelines, version {version}', { version: name });
    case 'week':
      return say('Week of {day}', { day: formatShortDay(name) });
    default:
      return name;
  }
}

/** One sentence on which criteria people agree on most and least. */
export function criteriaSentence(criteria: readonly CriterionQuality[]): string {
  const known = criteria
    .filter(({ alpha }) => alpha.value !== null)
    .sort((a, b) => (b.alpha.value ?? 0) - (a.alpha.value ?? 0));
  const [best] = known;
  const worst = known.at(-1);
  if (best === undefined || worst === undefined)
    return say('No criterion has an alpha yet; each row says what is missing.');
  const figure = ({ label, alpha }: CriterionQuality) =>
    say('{label} (alpha {alpha})', { label, alpha: formatDecimal(alpha.value ?? 0) });
  if (best === worst)
    return say("Annotators' agreement on {best}, where 1 is perfect and 0 is chance.", {
      best: figure(best),
    });
  return say('Annotators agree most on {best} and least on {worst}; 1 is perfect, 0 is chance.', {
    best: figure(best),
    worst: figure(worst),
  });
}
