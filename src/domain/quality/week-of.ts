const dayMs = 86_400_000;

/** The Monday of an instant's ISO week in UTC, as days since 1 January 1970, which was a Thursday. */
export function weekOf(instantMs: number): number {
  const day = Math.floor(instantMs / dayMs);
  const sinceMonday = (((day + 3) % 7) + 7) % 7;
  return day - sinceMonday;
}

/** The date of a day counted from 1 January 1970, as YYYY-MM-DD. */
export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
