import type { Alarm, ChangeMark, Day } from './people-queries.ts';

const dayMs = 86_400_000;
const mostDays = 60;

export interface ShownDay {
  readonly day: string;
  /** Missing where nothing was judged. */
  readonly figures: Day | undefined;
}

const numberOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

/** The days from the first to the last without gaps, at most the newest sixty. */
export function listDays(days: readonly Day[]): readonly ShownDay[] {
  const byNumber = new Map(days.map((figures) => [numberOf(figures.day), figures]));
  if (byNumber.size === 0) return [];
  const last = Math.max(...byNumber.keys());
  const first = Math.max(Math.min(...byNumber.keys()), last - mostDays + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    day: new Date((first + index) * dayMs).toISOString().slice(0, 10),
    figures: byNumber.get(first + index),
  }));
}

export interface PlacedMark<Mark> {
  readonly mark: Mark;
  /** In days from the left edge. */
  readonly at: number;
}

/** Where instants fall among the days; those outside of them are left out. */
function place<Mark>(
  days: readonly ShownDay[],
  marks: readonly Mark[],
  instantOf: (mark: Mark) => string,
): readonly PlacedMark<Mark>[] {
  const [first] = days;
  if (first === undefined) return [];
  return marks.flatMap((mark) => {
    const at = Date.parse(instantOf(mark)) / dayMs - numberOf(first.day);
    return at < 0 || at > days.length ? [] : [{ mark, at }];
  });
}

export const placeChanges = (days: readonly ShownDay[], marks: readonly ChangeMark[]) =>
  place(days, marks, ({ at }) => at);

/** Changes across days, where they began. */
export const placeAlarms = (days: readonly ShownDay[], alarms: readonly Alarm[]) =>
  place(
    days,
    alarms.filter(({ scope }) => scope === 'days'),
    ({ since }) => since,
  );
