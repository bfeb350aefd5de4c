/** Without any input for this long, an annotator is taken to have looked away. */
export const idleCutOffMs = 30_000;

/** What the browser saw; `atMs` comes from a clock that never jumps, such as `performance.now()`. */
export interface ActivityEvent {
  readonly kind: 'input' | 'visible' | 'hidden' | 'tick';
  readonly atMs: number;
}

export interface ActiveTime {
  readonly activeMs: number;
  readonly isVisible: boolean;
  /** Everything before this has been weighed. */
  readonly countedUntilMs: number;
  readonly lastSignOfLifeMs: number;
}

/** Starts measuring when a task is painted; its appearing counts as a sign of life, since reading needs no input. */
export function startActiveTime({ atMs, isVisible }: { atMs: number; isVisible: boolean }): ActiveTime {
  return { activeMs: 0, isVisible, countedUntilMs: atMs, lastSignOfLifeMs: atMs };
}

/** Adds the time since the last event, as far as the page was visible and its reader not idle. */
export function measureActiveTime(state: ActiveTime, event: ActivityEvent): ActiveTime {
  const atMs = Math.max(event.atMs, state.countedUntilMs);
  const idleFromMs = state.lastSignOfLifeMs + idleCutOffMs;
  const addedMs = state.isVisible ? Math.max(0, Math.min(atMs, idleFromMs) - state.countedUntilMs) : 0;
  const isSignOfLife = event.kind === 'input' || event.kind === 'visible';
  return {
    activeMs: state.activeMs + addedMs,
    isVisible: event.kind === 'visible' || (event.kind !== 'hidden' && state.isVisible),
    countedUntilMs: atMs,
    lastSignOfLifeMs: isSignOfLife ? atMs : state.lastSignOfLifeMs,
  };
}

/** What the server stores: whole milliseconds, never more than the time since the lease began. */
export function boundActiveMs({
  reportedMs,
  leasedAt,
  now,
}: {
  reportedMs: number;
  leasedAt: Date;
  now: Date;
}): number {
  if (Number.isNaN(reportedMs)) return 0;
  const wallMs = Math.max(0, now.getTime() - leasedAt.getTime());
  return Math.floor(Math.min(Math.max(0, reportedMs), wallMs));
}
