import { describe, expect, test } from 'vitest';
import { byDay, falseAlarmRates, findDrift } from './drift.ts';
import { noGoldTests } from './gold-tests.ts';
import { dayOf, recordOf, simulatePerson, simulateTests, steadyState } from './steady-person.fixture.ts';

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);

describe('alarms about change', () => {
  test('are raised for steady people as seldom as is said', () => {
    const people = seeds(150).map((seed) => findDrift(simulatePerson({ seed, days: 60, tasksOfDay: 60 })));
    const alarmed = people.filter((alarms) => alarms.some(({ scope }) => scope === 'days')).length;
    const inSessions = people.flat().filter(({ scope }) => scope === 'session').length;
    expect(alarmed / people.length).toBeGreaterThan(falseAlarmRates.inSixtyDays / 3);
    expect(alarmed / people.length).toBeLessThan(falseAlarmRates.inSixtyDays * 1.7);
    expect(inSessions / (people.length * 60)).toBeLessThan(falseAlarmRates.inSession * 1.7);
  });

  test('find an agreement that fell for good within days, and say when it began', () => {
    const found = seeds(20).map((seed) => {
      const stateAt = ({ day }: { day: number }) => ({ ...steadyState, agreement: day < 30 ? 0.75 : 0.5 });
      const alarms = findDrift(simulatePerson({ seed, days: 60, tasksOfDay: 60, stateAt }));
      return alarms.find(({ stream, direction }) => stream === 'agreement' && direction === 'down');
    });
    const sooner = found.filter((alarm) => alarm !== undefined && dayOf(alarm.atMs) <= 37);
    expect(sooner.length).toBeGreaterThanOrEqual(18);
    const beginnings = sooner.map((alarm) => dayOf(alarm?.sinceMs ?? 0)).sort((a, b) => a - b);
    expect(Math.abs((beginnings[10] ?? 0) - 30)).toBeLessThanOrEqual(2);
    for (const alarm of sooner) expect(alarm?.before ?? 0).toBeGreaterThan(alarm?.after ?? 1);
  });

  test('find tiredness within a session, and only in sessions that have it', () => {
    const stateAt = ({ day, position }: { day: number; position: number }) => ({
      ...steadyState,
      medianMs: day === 3 && position >= 40 ? 20_000 : steadyState.medianMs,
    });
    const alarms = findDrift(simulatePerson({ seed: 4, days: 6, tasksOfDay: 110, stateAt }));
    expect(alarms).toMatchObject([{ stream: 'speed', scope: 'session', direction: 'down' }]);
    expect(alarms.map(({ atMs }) => dayOf(atMs))).toEqual([3]);
  });

  test('are none for somebody who has worked for a few days, or not at all', () => {
    expect(findDrift(simulatePerson({ seed: 1, days: 5, tasksOfDay: 12 }))).toEqual([]);
    expect(findDrift(simulatePerson({ seed: 1, days: 0, tasksOfDay: 12 }))).toEqual([]);
  });

  test('go on after a change: what came since is the new past', () => {
    const stateAt = ({ day }: { day: number }) => ({
      ...steadyState,
      medianMs: day < 20 ? 60_000 : day < 40 ? 25_000 : 80_000,
    });
    const alarms = findDrift(simulatePerson({ seed: 9, days: 60, tasksOfDay: 50, stateAt }));
    const ofSpeed = alarms.filter(({ scope, stream }) => scope === 'days' && stream === 'speed');
    expect(ofSpeed.map(({ direction }) => direction)).toEqual(['down', 'up']);
  });
});

describe('alarms about known answers', () => {
  const watch = (tests: Parameters<typeof simulateTests>[0]) =>
    findDrift({ ...recordOf([]), goldTests: simulateTests(tests) });

  test.each([0.7, 0.9, 0.95])('are as seldom as is said for somebody who meets %d of them', (share) => {
    const alarmed = seeds(600).filter((seed) => watch({ seed, count: 200, share }).length > 0).length;
    expect(alarmed / 600).toBeLessThan(falseAlarmRates.inGold * 2.5);
  });

  test('find somebody who meets far fewer than before, and say when it began', () => {
    const found = seeds(40).map((seed) =>
      watch({ seed, count: 200, share: 0.9, since: { test: 100, share: 0.5 } }).find(
        ({ direction }) => direction === 'down',
      ),
    );
    const told = found.filter((alarm) => alarm !== undefined);
    expect(told.length).toBeGreaterThanOrEqual(36);
    for (const alarm of told) {
      expect(alarm).toMatchObject({ stream: 'gold', scope: 'days' });
      expect(alarm.before).toBeGreaterThan(alarm.after);
    }
    // The fixture takes ten tests a day, so the change came on day 10.
    const beginnings = told.map(({ sinceMs }) => dayOf(sinceMs)).sort((a, b) => a - b);
    expect(Math.abs((beginnings[20] ?? 0) - 10)).toBeLessThanOrEqual(1);
  });

  test('are none for somebody who was tested fewer than forty times', () => {
    const failing = (count: number) => watch({ seed: 1, count, share: 1, since: { test: 20, share: 0 } });
    expect(failing(39)).toEqual([]);
    expect(findDrift({ ...recordOf([]), goldTests: noGoldTests })).toEqual([]);
  });
});

test('a day counts once it holds five judgments', () => {
  const at = (day: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ atMs: day * 86_400_000 + index }));
  expect(byDay([...at(1, 4), ...at(2, 5)]).map((day) => day.length)).toEqual([5]);
});
