import {
  type ActiveTime,
  type ActivityEvent,
  idleCutOffMs,
  measureActiveTime,
  startActiveTime,
} from '#domain/judging/active-time.ts';

/** Measures the active time of the task on screen; told of input and of the page being seen. */
export class ActivityClock {
  readonly #now: () => number;
  #isVisible: boolean;
  #earlierMs = 0;
  #time: ActiveTime;

  constructor({ now, isVisible }: { now: () => number; isVisible: boolean }) {
    this.#now = now;
    this.#isVisible = isVisible;
    this.#time = startActiveTime({ atMs: now(), isVisible });
  }

  /** Starts on a task, on top of the time that it had before. */
  restart(earlierMs: number): void {
    this.#earlierMs = earlierMs;
    this.#time = startActiveTime({ atMs: this.#now(), isVisible: this.#isVisible });
  }

  signal(kind: ActivityEvent['kind']): void {
    if (kind === 'visible') this.#isVisible = true;
    if (kind === 'hidden') this.#isVisible = false;
    this.#time = measureActiveTime(this.#time, { kind, atMs: this.#now() });
  }

  readActiveMs(): number {
    this.signal('tick');
    return Math.round(this.#earlierMs + this.#time.activeMs);
  }

  /** Whether somebody is there: seen and not idle. */
  isActive(): boolean {
    return this.#time.isVisible && this.#now() - this.#time.lastSignOfLifeMs < idleCutOffMs;
  }

  /** Whether there was a sign of life within this long. */
  wasActiveWithin(ms: number): boolean {
    return this.#now() - this.#time.lastSignOfLifeMs < ms;
  }
}
