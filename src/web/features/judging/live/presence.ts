import { ActivityClock } from './activity-clock.ts';
import { BreakReminder } from './break-reminder.ts';
import { Heartbeat, type HeartbeatNeeds } from './heartbeat.ts';

interface PresenceNeeds extends Omit<HeartbeatNeeds, 'wasActiveWithin'> {
  readonly isVisible: boolean;
}

/** Whether the person is at work: active time, breaks, pause, and the leases that follow from it. */
export class Presence {
  readonly clock: ActivityClock;
  readonly breaks: BreakReminder;
  readonly heartbeat: Heartbeat;
  #isPaused = false;

  constructor({ isVisible, ...needs }: PresenceNeeds) {
    const { now } = needs.timers;
    this.clock = new ActivityClock({ now, isVisible });
    this.breaks = new BreakReminder(now);
    const wasActiveWithin = (ms: number) => !this.#isPaused && this.clock.wasActiveWithin(ms);
    this.heartbeat = new Heartbeat({ ...needs, wasActiveWithin });
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.clock.signal(isPaused ? 'hidden' : 'visible');
    if (!isPaused) this.breaks.startAnew();
  }

  /** Input, or the page being seen or hidden; during a pause nothing counts. */
  signal(kind: 'input' | 'visible' | 'hidden'): void {
    if (!this.#isPaused) this.clock.signal(kind);
  }
}
