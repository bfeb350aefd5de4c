import { say } from '#web/messages/say.ts';
import type { DotInterval, DotPanel } from '#web/ui/charts/dot-interval-plot.tsx';
import { domainUpToOne } from '#web/ui/charts/linear-scale.ts';
import { formatDecimal, formatShare } from '#web/ui/format-number.ts';
import type { ReviewFigure } from './figures-query.ts';

/** Why a figure is not there, and what would make it computable. */
export function sayGap({ reason, n, needed }: ReviewFigure): string {
  switch (reason) {
    case 'not_looked_at_again':
      return say('Nobody has looked again yet.');
    case 'too_few':
      return say('{n, number} of {needed, number} needed so far', { n, needed: needed ?? n });
    case 'no_variation':
      return say('Both always said the same one thing. It can be computed once decisions differ.');
    default:
      return say('Nothing reviewed yet.');
  }
}

/** "74% (70%–78%)", or a dash. */
export function figureText({ value, low, high }: ReviewFigure, format: (value: number) => string): string {
  if (value === null) return '–';
  return low === null || high === null ? format(value) : `${format(value)} (${format(low)}–${format(high)})`;
}

interface Naming {
  readonly name: string;
  readonly format?: (value: number) => string;
}

/** A figure, ready to be drawn and read out. */
export function toDot(figure: ReviewFigure, { name, format = formatShare }: Naming): DotInterval {
  const { value, low, high, n } = figure;
  const text = figureText(figure, format);
  if (value === null) {
    const why = sayGap(figure);
    return { value, low, high, text, reason: why, detail: `${name}: ${why}` };
  }
  const said = { name, value: format(value), n: countJudgments(n) };
  if (low === null || high === null)
    return { value, low, high, text, detail: say('{name} {value}, n = {n}', said) };
  return {
    ...{ value, low, high, text },
    detail: say('{name} {value}, 95% interval {low} to {high}, n = {n}', {
      ...said,
      ...{ low: format(low), high: format(high) },
    }),
  };
}

export const countJudgments = (count: number) =>
  say('{count, plural, one {# judgment} other {# judgments}}', { count });

export const sharePanel = (key: string, label: string): DotPanel => ({
  key,
  label,
  domain: { from: 0, to: 1 },
  ticks: [0, 0.5, 1],
  formatTick: formatShare,
});

export function kappaPanel(figures: readonly ReviewFigure[]): DotPanel {
  const known = figures.flatMap(({ value, low }) => [value, low].filter((figure) => figure !== null));
  const domain = domainUpToOne(known);
  return {
    key: 'kappa',
    label: say('Cohen’s kappa, blind'),
    domain,
    ticks: domain.from < -0.4 ? [domain.from, 0, 1] : [0, 0.5, 1],
    formatTick: (tick) => formatDecimal(tick, 1),
  };
}
