import { expect, test } from 'vitest';
import { positionAt, sessionGapMs, splitSessions } from './sessions.ts';
import { simulatePerson, steadyState } from './steady-person.fixture.ts';
import { adviseBreak, stretchesOf } from './within-session.ts';

const minute = 60_000;

test('a pause of more than half an hour begins a new session', () => {
  const atMs = [0, minute, minute + sessionGapMs, 2 * minute + 2 * sessionGapMs];
  expect(splitSessions(atMs)).toEqual([
    { from: 0, to: 3 },
    { from: 3, to: 4 },
  ]);
  expect(splitSessions([])).toEqual([]);
  expect(splitSessions([5])).toEqual([{ from: 0, to: 1 }]);
});

test('a judgment knows how many of its session came before it', () => {
  const atMs = [0, minute, 2 * minute, 300 * minute, 301 * minute];
  const sessions = splitSessions(atMs);
  expect(atMs.map((at) => positionAt(atMs, sessions, at))).toEqual([0, 1, 2, 0, 1]);
  expect(positionAt([], [], 5)).toBe(0);
});

test('a break is advised where agreement surely falls later in a session, and not to steady people', () => {
  const tired = ({ position }: { position: number }) => ({
    ...steadyState,
    agreement: position < 50 ? 0.8 : 0.55,
  });
  const adviceTo = (stateAt?: typeof tired) =>
    adviseBreak(
      stretchesOf(simulatePerson({ seed: 2, days: 20, tasksOfDay: 90, ...(stateAt && { stateAt }) }).tasks),
    );
  expect(adviceTo(tired)).toMatchObject({ kind: 'agreement_falls', after: 50 });
  expect(adviceTo()).toBeNull();
});

test('hurrying is told only well beyond getting used to the task', () => {
  const hurrying = ({ position }: { position: number }) => ({
    ...steadyState,
    medianMs: position < 10 ? 90_000 : position < 100 ? 60_000 : 25_000,
  });
  const { tasks } = simulatePerson({ seed: 3, days: 12, tasksOfDay: 130, stateAt: hurrying });
  expect(adviseBreak(stretchesOf(tasks))).toMatchObject({ kind: 'hurries', after: 100 });
});
