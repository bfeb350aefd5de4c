import { describe, expect, test } from 'vitest';
import { byDay, falseAlarmRates, findDrift } from './drift.ts';
import { dayOf, simulatePerson, steadyState } from './steady-person.fixture.ts';

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

test('a day counts once it holds five judgments', () => {
  const at = (day: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ atMs: day * 86_400_000 + index }));
  expect(byDay([...at(1, 4), ...at(2, 5)]).map((day) => day.length)).toEqual([5]);
});
