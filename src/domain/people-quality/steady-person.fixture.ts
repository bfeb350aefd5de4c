import { normalQuantile } from '#stats/intervals/normal-quantile.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { noGoldTests } from './gold-tests.ts';
import type { GoldTests } from './people-votes.ts';
import { splitSessions } from './sessions.ts';
import type { PersonRecord, PersonTask } from './split-by-person.ts';

export interface Simulated {
  readonly seed: number;
  readonly days: number;
  readonly tasksOfDay: number;
  /** What holds for a task: how often others say the same, and how long it takes in the middle. */
  readonly stateAt?: (place: { day: number; position: number }) => { agreement: number; medianMs: number };
}

export const steadyState = { agreement: 0.72, medianMs: 60_000 };
const dayMs = 86_400_000;

/** Somebody who works a session a day, in numbers that vary by half, with times as spread as real ones. */
export function simulatePerson({ seed, days, tasksOfDay, stateAt = () => steadyState }: Simulated) {
  const random = seededRandom(seed);
  const normal = () => normalQuantile(random.next() || 0.5);
  const tasks: PersonTask[] = [];
  for (let day = 0; day < days; day++) {
    const count = Math.round(tasksOfDay * (0.5 + random.next()));
    let atMs = Date.UTC(2026, 0, 5 + day, 9) + random.below(3_600_000);
    for (let position = 0; position < count; position++) {
      const { agreement, medianMs } = stateAt({ day, position });
      const activeMs = medianMs * Math.exp(0.5 * normal());
      atMs += activeMs + 1_000;
      tasks.push({
        ...{ atMs, activeMs, position, characters: 1_000 * Math.exp(0.6 * normal()), isSettled: true },
        agreement: random.next() < agreement ? 1 : 0,
        level: random.below(4),
      });
    }
  }
  return recordOf(tasks);
}

/** Tests on known answers, ten a day. */
export function simulateTests({
  seed,
  count,
  share,
  since,
}: {
  readonly seed: number;
  readonly count: number;
  readonly share: number;
  readonly since?: { readonly test: number; readonly share: number };
}): GoldTests {
  const random = seededRandom(seed);
  const places = Array.from({ length: count }, (_, place) => place);
  return {
    atMs: Float64Array.from(places, (place) => Date.UTC(2026, 0, 5, 9) + (place / 10) * dayMs),
    passed: Uint8Array.from(places, (place) =>
      Number(random.next() < (since && place >= since.test ? since.share : share)),
    ),
    isSettled: new Uint8Array(count).fill(1),
  };
}

export function recordOf(
  tasks: readonly PersonTask[],
): Pick<PersonRecord, 'tasks' | 'sessions' | 'timeline' | 'goldTests'> {
  const timeline = {
    atMs: Float64Array.from(tasks, ({ atMs }) => atMs),
    activeMs: Float64Array.from(tasks, ({ activeMs }) => activeMs),
  };
  return { tasks, timeline, goldTests: noGoldTests, sessions: splitSessions(timeline.atMs) };
}

/** Days as the fixture counts them. */
export const dayOf = (instantMs: number) => Math.floor((instantMs - Date.UTC(2026, 0, 5)) / dayMs);
