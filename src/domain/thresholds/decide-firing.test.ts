import { describe, expect, test } from 'vitest';
import { known, missing } from '#domain/people-quality/figure.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { decideFiring, type ThresholdVerdict } from './decide-firing.ts';
import type { ThresholdRule } from './rule.ts';
import { agreeing, noPoints, plainRule, pointsOf, somebody, startMs } from './thresholds.fixture.ts';
import type { EarlierFiring, WatchedPerson } from './watched-person.ts';

const times = (count: number, share: number) => Array.from({ length: count }, () => share);
const minuteMs = 60_000;
const decide = (
  person: WatchedPerson,
  change: Partial<ThresholdRule> = {},
  more: { earlier?: EarlierFiring; nowMs?: number } = {},
) =>
  decideFiring({
    rule: { ...plainRule, ...change },
    person,
    earlier: more.earlier ?? null,
    nowMs: more.nowMs ?? startMs + 1_000 * minuteMs,
  });

const reasonOf = (verdict: ThresholdVerdict) => (verdict.kind === 'fires' ? 'fires' : verdict.reason);

describe('a rule on a person', () => {
  const weak = agreeing([...times(20, 1), ...times(30, 0)]);
  const cases: [string, WatchedPerson, Partial<ThresholdRule>, string][] = [
    ['fires where the whole interval lies below the limit', weak, {}, 'fires'],
    [
      'rests where the value is below but the interval is not',
      agreeing([...times(28, 1), ...times(22, 0)]),
      {},
      'within',
    ],
    [
      'fires on the value alone where the lead says so',
      agreeing([...times(28, 1), ...times(22, 0)]),
      { bound: 'value' },
      'fires',
    ],
    ['rests with too few judgments, however bad', agreeing(times(29, 0)), {}, 'too_few'],
    ['looks at the last ones only', agreeing([...times(100, 0), ...times(50, 1)]), {}, 'within'],
    ['rests where the tier is another', weak, { tiers: ['trainee'] }, 'other_tier'],
    [
      'lowers no tier below the lowest',
      { ...weak, tier: 'trainee' },
      { act: { kind: 'lower_tier' } },
      'last_tier',
    ],
    [
      'asks nobody to find gold who may read it',
      { ...weak, mayReadGold: true },
      { act: { kind: 'calibrate', tasks: 5, passes: 4 } },
      'reads_gold',
    ],
    [
      'says why there is no figure',
      somebody(),
      { measure: 'reliability', window: { kind: 'all' } },
      'not_computable',
    ],
    [
      'holds a figure over everything against the limit',
      somebody({ figures: { reliability: known(0.4, 0.3, 0.5, 80), consistency: missing('no_repeats') } }),
      { measure: 'reliability', window: { kind: 'all' } },
      'fires',
    ],
    [
      'raises a tier where the lower end is above the limit',
      agreeing(times(50, 1)),
      { act: { kind: 'raise_tier' }, side: 'above', bound: 'lower', limit: 0.9 },
      'fires',
    ],
  ];
  test.each(cases)('%s', (_name, person, change, outcome) => {
    expect(reasonOf(decide(person, change))).toBe(outcome);
  });

  test('names its evidence', () => {
    const verdict = decide(weak);
    expect(verdict).toMatchObject({
      kind: 'fires',
      evidence: { value: 0.4, n: 50, fromMs: startMs, toMs: startMs + 49 * minuteMs, sinceMs: null },
    });
    if (verdict.kind === 'fires') expect(verdict.evidence.compared).toBe(verdict.evidence.high);
  });

  test('looks at the days before today', () => {
    const person = agreeing([...times(60, 0), ...times(40, 1)]);
    const window = { kind: 'days', days: 1 } as const;
    const nowMs = startMs + 24 * 60 * minuteMs + 59 * minuteMs;
    expect(decide(person, { window }, { nowMs })).toMatchObject({ reason: 'within', evidence: { n: 40 } });
  });

  test('excludes since the start of the window, or since a lasting change where there was one', () => {
    const changes = [{ stream: 'agreement' as const, sinceMs: startMs - 5 }];
    const since = (person: WatchedPerson, kind: 'window' | 'change') =>
      decide(person, { act: { kind: 'exclude', since: kind } });
    expect(since(weak, 'window')).toMatchObject({ evidence: { sinceMs: startMs, isSinceChange: false } });
    expect(since({ ...weak, changes }, 'change')).toMatchObject({
      evidence: { sinceMs: startMs - 5, isSinceChange: true },
    });
    const ofSpeed = [{ stream: 'speed' as const, sinceMs: startMs - 5 }];
    expect(since({ ...weak, changes: ofSpeed }, 'change')).toMatchObject({
      evidence: { sinceMs: startMs, isSinceChange: false },
    });
  });

  test('excludes nothing again that the rule has fired on before', () => {
    const changes = [{ stream: 'agreement' as const, sinceMs: startMs - 5 }];
    const person = { ...agreeing(times(80, 0)), changes };
    const earlier = { atMs: startMs + 49.5 * minuteMs, n: 50 };
    const act = { kind: 'exclude', since: 'change' } as const;
    expect(decide(person, { act }, { earlier })).toMatchObject({
      evidence: { sinceMs: earlier.atMs, n: 30 },
    });
    expect(decide(person, { act })).toMatchObject({ evidence: { sinceMs: startMs - 5 } });
  });

  test('does not fire twice on the same judgments, and again on as many new ones', () => {
    const bad = agreeing(times(79, 0));
    const earlier = { atMs: startMs + 49.5 * minuteMs, n: 50 };
    expect(decide(bad, {}, { earlier })).toEqual({ kind: 'rests', reason: 'too_few', n: 29, needed: 30 });
    expect(decide(agreeing(times(80, 0)), {}, { earlier })).toMatchObject({
      kind: 'fires',
      evidence: { n: 30 },
    });
    const figure = somebody({
      figures: { reliability: known(0.4, 0.3, 0.5, 79), consistency: missing('no_repeats') },
    });
    expect(decide(figure, { measure: 'reliability', window: { kind: 'all' } }, { earlier })).toEqual({
      kind: 'rests',
      reason: 'too_few',
      n: 29,
      needed: 30,
    });
  });
});

test('whatever the shares, a rule fires only where enough fresh judgments lie within its window and cross the limit', () => {
  const random = seededRandom(7);
  let [fired, rested] = [0, 0];
  for (let round = 0; round < 3_000; round++) {
    const shares = Array.from({ length: random.below(120) }, () => (random.next() < 0.5 ? 0 : random.next()));
    const last = 5 + random.below(60);
    const rule: Partial<ThresholdRule> = {
      window: { kind: 'last', judgments: last },
      least: 5 + random.below(last - 4),
      limit: 0.05 + 0.9 * random.next(),
      bound: (['upper', 'value', 'lower'] as const)[random.below(3)] ?? 'value',
      side: random.next() < 0.5 ? 'below' : 'above',
    };
    const skipped = random.below(40);
    const earlier = skipped === 0 ? undefined : { atMs: startMs + (skipped - 1) * minuteMs, n: skipped };
    const verdict = decide(agreeing(shares), rule, earlier && { earlier });
    const inside = shares.slice(skipped).slice(-last);
    const mean = inside.reduce((sum, share) => sum + share, 0) / inside.length;
    if (inside.length < (rule.least ?? 0)) expect(reasonOf(verdict)).toBe('too_few');
    else {
      if (!('evidence' in verdict)) throw new Error(`unexpected ${verdict.reason}`);
      const { evidence } = verdict;
      expect(evidence.value).toBeCloseTo(mean, 12);
      expect(evidence.low ?? 1).toBeLessThanOrEqual(evidence.value);
      expect(evidence.high ?? 0).toBeGreaterThanOrEqual(evidence.value - 1e-12);
      const isBelow = evidence.compared < (rule.limit ?? 0);
      expect(verdict.kind).toBe(isBelow === (rule.side === 'below') ? 'fires' : 'rests');
    }
    if (verdict.kind === 'fires') fired += 1;
    else rested += 1;
  }
  expect(Math.min(fired, rested)).toBeGreaterThan(300);
});

describe('steady people who are looked at after every tenth judgment', () => {
  /** The share of a thousand people whom a rule hits within three hundred judgments. */
  const hit = (skill: number, bound: ThresholdRule['bound']) => {
    const random = seededRandom(20_260_302);
    let people = 0;
    for (let person = 0; person < 1_000; person++) {
      const all = pointsOf(Array.from({ length: 300 }, () => (random.next() < skill ? 1 : 0)));
      for (let seen = 30; seen <= 300; seen += 10) {
        const points = { ...noPoints, agreement: all.slice(0, seen) };
        if (decide(somebody({ points }), { bound }).kind === 'fires') {
          people += 1;
          break;
        }
      }
    }
    return people / 1_000;
  };

  // The lead's guide tells these shares.
  test.each([
    [0.75, 'upper', 0, 0.003],
    [0.75, 'value', 0.08, 0.15],
    [0.7, 'upper', 0, 0.015],
    [0.7, 'value', 0.45, 0.56],
    [0.65, 'upper', 0.04, 0.11],
    [0.65, 'value', 0.86, 0.93],
    [0.5, 'upper', 0.97, 1],
    [0.4, 'upper', 0.999, 1],
  ] as const)(
    'who agree in %d of cases are hit by the %s below 0.6 between %d and %d',
    (skill, bound, least, most) => {
      const share = hit(skill, bound);
      expect(share).toBeGreaterThanOrEqual(least);
      expect(share).toBeLessThanOrEqual(most);
    },
  );
});
