/** Places of the first judgment of a session and of the one after its last. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

/** A longer pause than this between two judgments begins a new session. */
export const sessionGapMs = 30 * 60_000;

/** Cuts a person's judgments, oldest first, where there was a long pause. */
export function splitSessions(atMs: ArrayLike<number>): Session[] {
  const sessions: Session[] = [];
  let from = 0;
  for (let place = 1; place <= atMs.length; place++) {
    const gap = (atMs[place] ?? Number.POSITIVE_INFINITY) - (atMs[place - 1] ?? 0);
    if (gap <= sessionGapMs) continue;
    sessions.push({ from, to: place });
    from = place;
  }
  return sessions;
}

/** How many judgments of its session came before the one at this instant. */
export function positionAt(atMs: ArrayLike<number>, sessions: readonly Session[], instantMs: number): number {
  let [low, high] = [0, atMs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((atMs[middle] ?? 0) < instantMs) low = middle + 1;
    else high = middle;
  }
  let [first, last] = [0, sessions.length - 1];
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if ((sessions[middle]?.from ?? 0) <= low) first = middle;
    else last = middle - 1;
  }
  return Math.max(0, low - (sessions[first]?.from ?? 0));
}
