export interface DayPace {
  readonly day: string;
  readonly judgments: number;
}

export type Forecast =
  | { readonly kind: 'done' }
  | { readonly kind: 'no_pace' }
  /** `days` from today; 0 is today. */
  | { readonly kind: 'in_days'; readonly days: number };

const dayMs = 86_400_000;
const windowDays = 7;

/** The calendar day of an instant, in UTC as the server counts days. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** Every day from the first one until today, also those on which nothing happened; at most the latest `most`. */
export function fillDays(perDay: readonly DayPace[], now: Date, most = 60): readonly DayPace[] {
  const known = new Map(perDay.map(({ day, judgments }) => [day, judgments]));
  const first = perDay.map(({ day }) => day).sort()[0];
  if (first === undefined) return [];
  const today = Date.parse(dayOf(now));
  const start = Math.max(Date.parse(first), today - (most - 1) * dayMs);
  const count = Math.max(1, Math.round((today - start) / dayMs) + 1);
  return Array.from({ length: count }, (_, index) => {
    const day = dayOf(new Date(start + index * dayMs));
    return { day, judgments: known.get(day) ?? 0 };
  });
}

/** Judgments a day over the last week, or since the first judgment where that is later. Today counts for what it has had of the day. */
export function pacePerDay(perDay: readonly DayPace[], now: Date): number {
  const days = fillDays(perDay, now, windowDays);
  const judgments = days.reduce((sum, day) => sum + day.judgments, 0);
  const todayShare = Math.max(0.25, (now.getTime() % dayMs) / dayMs);
  return days.length === 0 ? 0 : judgments / (days.length - 1 + todayShare);
}

/** When everything will be judged if it goes on as in the last week. */
export function forecastDone(input: {
  readonly done: number;
  readonly wanted: number;
  readonly perDay: readonly DayPace[];
  readonly now: Date;
}): Forecast {
  const left = input.wanted - input.done;
  if (left <= 0) return { kind: 'done' };
  const pace = pacePerDay(input.perDay, input.now);
  if (pace <= 0) return { kind: 'no_pace' };
  const end = new Date(input.now.getTime() + (left / pace) * dayMs);
  if (Number.isNaN(end.getTime())) return { kind: 'no_pace' };
  return {
    kind: 'in_days',
    days: Math.round((Date.parse(dayOf(end)) - Date.parse(dayOf(input.now))) / dayMs),
  };
}
