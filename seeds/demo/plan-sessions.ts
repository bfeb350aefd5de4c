import type { Random } from '#stats/random/seeded-random.ts';
import { happens } from './chance.ts';

/** A sitting: from when, and how many tasks. */
export interface Session {
  readonly startsAt: Date;
  readonly tasks: number;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const spanDays = 12;
/** A sitting is over well before this. */
const longestSittingMs = 2 * hourMs;

/** Spreads tasks over sittings in working hours (UTC) of the last twelve days, all of them over by `now`. */
export function planSessions(plan: {
  readonly now: Date;
  readonly tasks: number;
  readonly random: Random;
}): Session[] {
  const starts = chooseStarts(plan);
  const each = Math.floor(plan.tasks / starts.length);
  const left = plan.tasks % starts.length;
  return starts
    .map((startsAt, index) => ({ startsAt, tasks: each + (index < left ? 1 : 0) }))
    .filter((session) => session.tasks > 0);
}

function chooseStarts({ now, random }: { now: Date; random: Random }): Date[] {
  const starts: Date[] = [];
  const midnight = Math.floor(now.getTime() / dayMs) * dayMs;
  for (let daysAgo = spanDays; daysAgo >= 0; daysAgo -= 1) {
    const day = midnight - daysAgo * dayMs;
    const startsAt = new Date(day + (7.5 + 8.5 * random.next()) * hourMs);
    const isWeekend = [0, 6].includes(startsAt.getUTCDay());
    const works = happens(random, isWeekend ? 0.15 : 0.75);
    if (works && isWithin(startsAt, now)) starts.push(startsAt);
  }
  // Somebody whom chance gave no day at all worked three days ago.
  return starts.length > 0 ? starts : [new Date(midnight - 3 * dayMs + 10 * hourMs)];
}

function isWithin(startsAt: Date, now: Date): boolean {
  const age = now.getTime() - startsAt.getTime();
  return age > longestSittingMs && age < spanDays * dayMs;
}
