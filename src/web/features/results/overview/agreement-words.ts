import { say } from '#web/messages/say.ts';
import type { DotInterval } from '#web/ui/charts/dot-interval-plot.tsx';
import { formatDecimal, formatShare } from '#web/ui/format-number.ts';
import type { CriterionAgreement } from './needs.ts';

type Estimate = CriterionAgreement['alpha'];

function toInterval(
  estimate: Estimate,
  words: { readonly name: string; readonly format: (value: number) => string; readonly ofResponses: boolean },
): DotInterval {
  const { value, low, high, n, reason } = estimate;
  if (value === null) {
    const why = reason ?? say('Not enough judgments to say.');
    return { value, low, high, text: '–', reason: why, detail: `${words.name}: ${why}` };
  }
  const text = words.format(value);
  const size = { name: words.name, value: text, n: countUnits(n, words.ofResponses) };
  if (low === null || high === null) {
    return { value, low, high, text, detail: say('{name} {value}, n = {n}', size) };
  }
  const ends = { low: words.format(low), high: words.format(high) };
  return {
    value,
    low,
    high,
    text: `${text} (${ends.low}–${ends.high})`,
    detail: say('{name} {value}, 95% interval {low} to {high}, n = {n}', { ...size, ...ends }),
  };
}

/** "40 items", or responses where each of them was asked about. */
export function countUnits(count: number, ofResponses: boolean): string {
  return ofResponses
    ? say('{count, plural, one {# response} other {# responses}}', { count })
    : say('{count, plural, one {# item} other {# items}}', { count });
}

/** Alpha and percent agreement of one criterion, ready to be drawn. */
export function agreementCells(criterion: CriterionAgreement): { alpha: DotInterval; percent: DotInterval } {
  const ofResponses = criterion.target === 'response';
  return {
    alpha: toInterval(criterion.alpha, { name: say('Alpha'), format: formatDecimal, ofResponses }),
    percent: toInterval(criterion.percentAgreement, {
      name: say('Agreement'),
      format: formatShare,
      ofResponses,
    }),
  };
}

/** One sentence on what the chart shows. */
export function agreementSentence(criteria: readonly CriterionAgreement[]): string {
  const known = criteria
    .filter(({ alpha }) => alpha.value !== null)
    .sort((a, b) => (b.alpha.value ?? 0) - (a.alpha.value ?? 0));
  const best = known[0];
  const worst = known.at(-1);
  if (best === undefined || worst === undefined) {
    const reason = criteria.map(({ alpha }) => alpha.reason).find((text) => text !== null);
    return reason ?? say('Agreement shows once two people have judged the same items.');
  }
  const figure = ({ label, alpha }: CriterionAgreement) =>
    say('{label} (alpha {alpha})', { label, alpha: formatDecimal(alpha.value ?? 0) });
  if (known.length === 1) {
    return say("Annotators' agreement on {best}, where 1 is perfect and 0 is chance.", {
      best: figure(best),
    });
  }
  return say('Annotators agree most on {best} and least on {worst}; 1 is perfect, 0 is chance.', {
    best: figure(best),
    worst: figure(worst),
  });
}
