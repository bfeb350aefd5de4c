import { type Message, message, say } from '#web/messages/say.ts';
import type { DotInterval } from '#web/ui/charts/dot-interval-plot.tsx';
import { formatDecimal, formatShare } from '#web/ui/format-number.ts';
import type { CriterionAgreement } from './needs.ts';

type Unit = CriterionAgreement['unit'];
type Estimate = CriterionAgreement['alpha'];

function toInterval(
  estimate: Estimate,
  words: { readonly name: string; readonly format: (value: number) => string; readonly unit: Unit },
): DotInterval {
  const { value, low, high, n, reason } = estimate;
  if (value === null) {
    const why = reason ?? say('Not enough judgments to say.');
    return { value, low, high, text: '–', reason: why, detail: `${words.name}: ${why}` };
  }
  const text = words.format(value);
  const size = { name: words.name, value: text, n: countUnits(n, words.unit) };
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

/** Alpha and percent agreement of one criterion, ready to be drawn. */
export function agreementCells(criterion: CriterionAgreement): { alpha: DotInterval; percent: DotInterval } {
  const { unit } = criterion;
  return {
    alpha: toInterval(criterion.alpha, { name: say('Alpha'), format: formatDecimal, unit }),
    percent: toInterval(criterion.percentAgreement, {
      name: say('Agreement'),
      format: formatShare,
      unit,
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
    if (criteria.length === 0)
      return say(
        'This rubric asks nothing that can be measured. Texts, marks, regions and chats are read side by side.',
      );
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
