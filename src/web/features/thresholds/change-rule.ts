import { isWindowed, usualRule } from '#domain/thresholds/rule.ts';
import type { Rule } from './thresholds-queries.ts';

export const firstRule: Rule = { ...usualRule, tiers: [...usualRule.tiers] };

/** A rule with one part changed and the others made to fit: what makes no sense cannot be put together. */
export function changeRule(rule: Rule, change: Partial<Rule>): Rule {
  const next = { ...rule, ...change };
  const { measure, act } = next;
  const side = (measure === 'quick') === (act.kind === 'raise_tier') ? 'below' : 'above';
  // The end of the interval that is sure of itself turns around with the side.
  const sure = { below: 'upper', above: 'lower' } as const;
  const bound = side === rule.side || rule.bound === 'value' ? next.bound : sure[side];
  const window = isWindowed(measure) ? next.window : ({ kind: 'all' } as const);
  const least = window.kind === 'last' ? Math.min(next.least, window.judgments) : next.least;
  const hasChanges = measure === 'agreement' || measure === 'quick';
  return {
    ...next,
    ...{ side, bound, window, least },
    act: act.kind === 'exclude' && !hasChanges ? { kind: 'exclude', since: 'window' } : act,
  };
}

/** An act of a kind with usual numbers. */
export function actOf(kind: Rule['act']['kind']): Rule['act'] {
  if (kind === 'calibrate') return { kind, tasks: 10, passes: 8 };
  return kind === 'exclude' ? { kind, since: 'window' } : { kind };
}
