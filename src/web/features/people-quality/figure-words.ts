import { say } from '#web/messages/say.ts';
import type { DotInterval, DotPanel } from '#web/ui/charts/dot-interval-plot.tsx';
import { formatCount, formatDecimal, formatShare } from '#web/ui/format-number.ts';
import type { Figure } from './people-queries.ts';

/** Why a figure is not there, and what would make it computable. */
export function sayGap({ reason, n, needed }: Figure): string {
  switch (reason) {
    case 'nothing_measured':
      return say('The rubric asks nothing that can be compared. A preference, a rating or a choice would.');
    case 'one_person':
      return say('Nobody else has judged. It takes a second person on the same items.');
    case 'no_overlap':
      return say('No other person judged the same items yet. It takes an overlap of two or more.');
    case 'too_few':
      return needed === null
        ? say('Too few so far.')
        : say('{n, number} of {needed, number} needed so far', { n, needed });
    case 'all_ties':
      return say('Every answer is a tie. It can be computed once one response is preferred.');
    case 'too_many_values':
      return say('The scale has too many different values for this. A scale with up to 12 would do.');
    case 'no_repeats':
      return say('No two texts came up twice. It shows once the same pair is judged again.');
    case 'no_second_looks':
      return say('No task came a second time. It shows once the lead asks for second looks.');
    case 'no_triples':
      return say('No three texts of one prompt were all compared with each other.');
    case 'no_choices':
      return say('The rubric never asks which of several responses is better.');
    case 'other_scale':
      return say('All answers stand on an older scale. It shows again with answers under the newest rubric.');
    case 'not_shown':
      return say('Not shown here.');
    default:
      return say('It never differed. It can be computed once it does.');
  }
}

interface FigureWords {
  readonly name: string;
  readonly format: (value: number) => string;
  /** "240 items". */
  readonly size: (n: number) => string;
}

/** A figure, ready to be drawn and read out. */
export function toDot(figure: Figure, { name, format, size }: FigureWords): DotInterval {
  const { value, low, high, n } = figure;
  if (value === null) {
    const why = sayGap(figure);
    return { value, low, high, text: '–', reason: why, detail: `${name}: ${why}` };
  }
  const text = format(value);
  if (low === null || high === null)
    return {
      value,
      low,
      high,
      text,
      detail: say('{name} {value}, n = {n}', { name, value: text, n: size(n) }),
    };
  const ends = { low: format(low), high: format(high) };
  return {
    ...{ value, low, high },
    text: `${text} (${ends.low}–${ends.high})`,
    detail: say('{name} {value}, 95% interval {low} to {high}, n = {n}', {
      ...{ name, value: text, n: size(n) },
      ...ends,
    }),
  };
}

export const countItems = (count: number) => say('{count, plural, one {# item} other {# items}}', { count });
export const countTests = (count: number) => say('{count, plural, one {# test} other {# tests}}', { count });

export const countSecondLooks = (count: number) =>
  say('{count, plural, one {# second look} other {# second looks}}', { count });
export const countPairs = (count: number) => say('{count, plural, one {# pair} other {# pairs}}', { count });

export const shareDot = (figure: Figure, name: string, size = countItems) =>
  toDot(figure, { name, format: formatShare, size });

/** "74% (70% to 78%)", or the value alone. */
export function shareText({ value, low, high }: Figure): string {
  if (value === null) return '–';
  if (low === null || high === null) return formatShare(value);
  return say('{value} ({low} to {high})', {
    value: formatShare(value),
    low: formatShare(low),
    high: formatShare(high),
  });
}

/** "×1.4": by what the odds are multiplied. */
export function formatOdds(logOdds: number): string {
  const odds = Math.exp(logOdds);
  return `×${odds >= 9.5 ? formatCount(Math.round(odds)) : formatDecimal(odds, odds < 0.1 ? 2 : 1)}`;
}

export const sharePanel = (label: string, line?: DotPanel['line']): DotPanel => ({
  key: 'share',
  label,
  domain: { from: 0, to: 1 },
  ticks: [0, 0.5, 1],
  formatTick: formatShare,
  line,
});
