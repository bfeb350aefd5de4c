import type { DotInterval } from '#web/ui/charts/dot-interval-plot.tsx';
import { countOf, formatDecimal, formatShare } from '#web/ui/format-number.ts';
import type { CriterionAgreement } from './needs.ts';

type Estimate = CriterionAgreement['alpha'];

function toInterval(
  estimate: Estimate,
  words: { readonly name: string; readonly format: (value: number) => string; readonly unit: string },
): DotInterval {
  const { value, low, high, n, reason } = estimate;
  if (value === null) {
    const why = reason ?? 'Not enough judgments to say.';
    return { value, low, high, text: '–', reason: why, detail: `${words.name}: ${why}` };
  }
  const range = low === null || high === null ? '' : ` ${words.format(low)} to ${words.format(high)}`;
  const interval = range === '' ? '' : `, 95% interval${range}`;
  return {
    value,
    low,
    high,
    text: `${words.format(value)} (${range.trim().replace(' to ', '–')})`.replace(' ()', ''),
    detail: `${words.name} ${words.format(value)}${interval}, n = ${countOf(n, words.unit)}`,
  };
}

/** Alpha and percent agreement of one criterion, ready to be drawn. */
export function agreementCells(criterion: CriterionAgreement): { alpha: DotInterval; percent: DotInterval } {
  const unit = criterion.target === 'response' ? 'response' : 'item';
  return {
    alpha: toInterval(criterion.alpha, { name: 'Alpha', format: formatDecimal, unit }),
    percent: toInterval(criterion.percentAgreement, { name: 'Agreement', format: formatShare, unit }),
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
    return reason ?? 'Agreement shows once two people have judged the same items.';
  }
  const figure = ({ label, alpha }: CriterionAgreement) =>
    `${label} (alpha ${formatDecimal(alpha.value ?? 0)})`;
  if (known.length === 1)
    return `Annotators' agreement on ${figure(best)}, where 1 is perfect and 0 is chance.`;
  return `Annotators agree most on ${figure(best)} and least on ${figure(worst)}; 1 is perfect, 0 is chance.`;
}
