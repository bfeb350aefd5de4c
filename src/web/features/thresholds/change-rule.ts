import { isHabit, isWindowed, usualRule } from '#domain/thresholds/rule.ts';
import type { Rule } from './thresholds-queries.ts';

export const firstRule: Rule = { ...usualRule, tiers: [...usualRule.tiers] };

/** A rule with one part changed and the others made to fit: what makes no sense cannot be put together. */
export function changeRule(rule: Rule, change: Partial<Rule>): Rule {
  const next = fitHabit(rule, { ...rule, ...change });
  const { measure, act } = next;
  const usualSide = (measure === 'quick') === (act.kind === 'raise_tier') ? 'below' : 'above';
  const side = isHabit(measure) ? next.side : usualSide;
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

/** Half of each is as it should be: a rule on a habit begins well above, and is no reason for a higher tier. */
function fitHabit(before: Rule, next: Rule): Rule {
  if (!isHabit(next.measure)) return next;
  const act = next.act.kind === 'raise_tier' ? actOf('warn') : next.act;
  return isHabit(before.measure) ? { ...next, act } : { ...next, act, side: 'above', limit: 0.7 };
}

/** An act of a kind with usual numbers. */
export function actOf(kind: Rule['act']['kind']): Rule['act'] {
  if (kind === 'calibrate') return { kind, tasks: 10, passes: 8 };
  return kind === 'exclude' ? { kind, since: 'window' } : { kind };
}
