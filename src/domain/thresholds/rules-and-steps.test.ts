import { describe, expect, test } from 'vitest';
import { calibrationProgress } from './calibration.ts';
import { changeTier, tierAfterReversal } from './change-tier.ts';
import { type FiringFacts, firingState, isInForce, refuseStep } from './firing-state.ts';
import type { ThresholdRule } from './rule.ts';
import { plainRule } from './thresholds.fixture.ts';
import { validateRule } from './validate-rule.ts';

describe('a rule', () => {
  const cases: [string, Partial<ThresholdRule>, string[]][] = [
    ['stands as it is', {}, []],
    ['needs a limit that can be crossed', { limit: 1 }, ['rule.limit']],
    ['needs enough judgments to say anything', { least: 2 }, ['rule.least']],
    ['needs a window that holds its least', { window: { kind: 'last', judgments: 20 } }, ['rule.least']],
    ['watches somebody', { tiers: [] }, ['rule.tiers']],
    ['looks at reliability as a whole', { measure: 'reliability' }, ['rule.window']],
    ['looks back some days', { window: { kind: 'days', days: 400 } }, ['rule.window.days']],
    ['does not pause those who work well', { side: 'above' }, ['rule.side']],
    ['does not pause those who take their time', { measure: 'quick' }, ['rule.side']],
    ['pauses those who hurry', { measure: 'quick', side: 'above' }, []],
    ['warns those who take the first too often', { measure: 'first', side: 'above' }, []],
    ['warns those who take it too seldom', { measure: 'first', side: 'below' }, []],
    [
      'raises no tier for a habit',
      { measure: 'longer', act: { kind: 'raise_tier' }, side: 'above' },
      ['rule.act.kind'],
    ],
    ['raises a tier for good work only', { act: { kind: 'raise_tier' } }, ['rule.side']],
    [
      'asks for no more passes than tasks',
      { act: { kind: 'calibrate', tasks: 5, passes: 6 } },
      ['rule.act.passes'],
    ],
    [
      'watches changes only of agreement and speed',
      { measure: 'gold', act: { kind: 'exclude', since: 'change' } },
      ['rule.act.since'],
    ],
  ];
  test.each(cases)('%s', (_name, change, paths) => {
    const places = validateRule({ ...plainRule, ...change });
    expect(places.map(({ path }) => path)).toEqual(paths);
    for (const { message } of places) expect(message).toMatch(/[.]$/);
  });
});

describe('a firing', () => {
  const stepCases: [
    FiringFacts['steps'],
    Parameters<typeof refuseStep>[1],
    FiringFacts['act'],
    string | null,
  ][] = [
    [[], 'disputed', 'pause', null],
    [['disputed'], 'upheld', 'pause', null],
    [[], 'upheld', 'pause', 'firing_step_unfit'],
    [['disputed', 'upheld'], 'disputed', 'pause', 'firing_over'],
    [['disputed', 'upheld'], 'reversed', 'pause', null],
    [['reversed'], 'disputed', 'pause', 'firing_over'],
    [['reversed'], 'seen', 'pause', null],
    [[], 'lifted', 'pause', null],
    [[], 'lifted', 'exclude', 'firing_step_unfit'],
    [['passed'], 'lifted', 'calibrate', 'firing_over'],
    [['lifted'], 'reversed', 'pause', null],
  ];
  test.each(stepCases)('after %j can be %s (%s): %s', (steps, step, act, code) => {
    expect(refuseStep({ act, steps }, step)?.refused ?? null).toBe(code);
  });

  test('is in force until it was reversed, ended or passed, and says what stands', () => {
    const of = (...steps: FiringFacts['steps']) => ({ act: 'pause', steps }) as const;
    expect(isInForce(of('seen', 'disputed', 'upheld'))).toBe(true);
    expect(isInForce(of('lifted'))).toBe(false);
    expect(firingState(of('seen'))).toBe('in_force');
    expect(firingState(of('disputed', 'upheld'))).toBe('upheld');
    expect(firingState(of('disputed', 'reversed', 'seen'))).toBe('reversed');
  });
});

describe('calibration', () => {
  const round = { tasks: 4, passes: 3 };
  test.each([
    [[], { judged: 0, passed: 0, isPassed: false }],
    [[true, true, true], { judged: 3, passed: 3, isPassed: false }],
    [[true, true, false, true], { judged: 4, passed: 3, isPassed: true }],
    [[false, false, false, true, true, true], { judged: 4, passed: 3, isPassed: true }],
    [[true, true, true, true, false, false], { judged: 4, passed: 2, isPassed: false }],
  ])('after %j says %j', (results, progress) => {
    expect(calibrationProgress(round, results)).toEqual(progress);
  });
});

test('tiers go a step at a time, and come back unless somebody changed them since', () => {
  expect(changeTier('regular', 'lower_tier')).toBe('trainee');
  expect(changeTier('regular', 'raise_tier')).toBe('expert');
  expect(changeTier('expert', 'raise_tier')).toBe('expert');
  expect(tierAfterReversal({ now: 'trainee', before: 'regular', after: 'trainee' })).toBe('regular');
  expect(tierAfterReversal({ now: 'expert', before: 'regular', after: 'trainee' })).toBe('expert');
});
