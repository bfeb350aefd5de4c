import { dateOfDay, weekOf } from '#domain/quality/week-of.ts';
import type { Report, Slice } from './quality-query.ts';

type ChangeMark = Report['marks'][number];

const daysOfWeek = 7;
const dayMs = 86_400_000;
const dayOf = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);

export interface Week {
  /** Its Monday, YYYY-MM-DD. */
  readonly monday: string;
  readonly sunday: string;
  /** Missing where nothing could be compared. */
  readonly slice: Slice | undefined;
}

/** The weeks from the first to the last in which something could be compared, without gaps. */
export function listWeeks(slices: readonly Slice[]): readonly Week[] {
  const byMonday = new Map(
    slices.filter(({ dimension }) => dimension === 'week').map((slice) => [dayOf(slice.name), slice]),
  );
  if (byMonday.size === 0) return [];
  const first = Math.min(...byMonday.keys());
  const count = (Math.max(...byMonday.keys()) - first) / daysOfWeek + 1;
  return Array.from({ length: count }, (_, index) => {
    const monday = first + index * daysOfWeek;
    return {
      monday: dateOfDay(monday),
      sunday: dateOfDay(monday + daysOfWeek - 1),
      slice: byMonday.get(monday),
    };
  });
}

export interface PlacedChange {
  readonly change: ChangeMark;
  /** In weeks from the left edge. */
  readonly at: number;
}

/** Where new versions and models fall among the weeks; those from before the first week changed nothing that is shown. */
export function placeMarks(weeks: readonly Week[], marks: readonly ChangeMark[]): readonly PlacedChange[] {
  const [first] = weeks;
  if (first === undefined) return [];
  const start = dayOf(first.monday);
  return marks.flatMap((change) => {
    const instant = Date.parse(change.at);
    const place = (weekOf(instant) - start) / daysOfWeek + (instant / dayMs - weekOf(instant)) / daysOfWeek;
    return place < 0 || place > weeks.length ? [] : [{ change, at: place }];
  });
}
