import { expect, test } from 'vitest';
import { thresholdActs, thresholdBounds, thresholdMeasures } from '#domain/thresholds/rule.ts';
import { validateRule } from '#domain/thresholds/validate-rule.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { actOf, changeRule, firstRule } from './change-rule.ts';
import type { Rule } from './thresholds-queries.ts';

test('what a sentence can be made to say is always a rule that the server takes', () => {
  const random = seededRandom(3);
  const pick = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]) =>
    values[random.below(values.length)] as Value;
  let rule: Rule = firstRule;
  const seen = new Set<string>();
  for (let round = 0; round < 2_000; round++) {
    const changes: Partial<Rule>[] = [
      { measure: pick(thresholdMeasures) },
      { side: pick(['above', 'below'] as const) },
      { bound: pick(thresholdBounds) },
      { act: actOf(pick(thresholdActs)) },
      { act: { kind: 'exclude', since: 'change' } },
      { window: { kind: 'last', judgments: 5 + random.below(60) } },
      { window: { kind: 'days', days: 1 + random.below(90) } },
      { least: 5 + random.below(rule.window.kind === 'last' ? rule.window.judgments - 4 : 60) },
    ];
    const next = changeRule(rule, pick(changes));
    expect([next, validateRule(next)]).toEqual([next, []]);
    seen.add(`${next.measure} ${next.act.kind} ${next.window.kind}`);
    rule = next;
  }
  expect(seen.size).toBeGreaterThan(50);
});

test('a habit is watched on either side, from well above half, and raises nobody', () => {
  const habit = changeRule(firstRule, { measure: 'first' });
  expect(habit).toMatchObject({ side: 'above', bound: 'lower', limit: 0.7 });
  const other = changeRule({ ...habit, limit: 0.3 }, { side: 'below' });
  expect(other).toMatchObject({ side: 'below', bound: 'upper', limit: 0.3 });
  expect(changeRule(other, { measure: 'longer' })).toMatchObject({ side: 'below', limit: 0.3 });
  expect(changeRule(other, { act: { kind: 'raise_tier' } }).act.kind).toBe('warn');
  expect(changeRule(other, { measure: 'agreement' })).toMatchObject({ side: 'below', bound: 'upper' });
});

test('the end of the interval that is sure of itself turns around with the side', () => {
  const raising = changeRule(firstRule, { act: { kind: 'raise_tier' } });
  expect([raising.side, raising.bound]).toEqual(['above', 'lower']);
  expect(changeRule(raising, { act: { kind: 'pause' } })).toMatchObject({ side: 'below', bound: 'upper' });
  const bare = changeRule({ ...firstRule, bound: 'value' }, { act: { kind: 'raise_tier' } });
  expect(bare.bound).toBe('value');
});
