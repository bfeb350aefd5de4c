import { classifyFailure } from './classify-failure.ts';
import type { JudgingApi } from './judging-api.ts';
import type { Timers } from './timers.ts';

export interface HeartbeatNeeds {
  readonly api: Pick<JudgingApi, 'heartbeat'>;
  readonly timers: Timers;
  readonly leaseMs: number;
  /** Whether the person was at work within this long; leases of somebody who left shall run out. */
  readonly wasActiveWithin: (ms: number) => boolean;
  readonly listHeld: () => readonly string[];
  /** The lease of an assignment cannot be extended any more. */
  readonly onLost: (assignmentId: string, message: string) => void;
}

/** Extends the leases of all tasks in hand, three times a lease, while the person is at work. */
export class Heartbeat {
  readonly #needs: HeartbeatNeeds;
  readonly #intervalMs: number;
  #cancel = () => {};

  constructor(needs: HeartbeatNeeds) {
    this.#needs = needs;
    this.#intervalMs = Math.min(300_000, Math.max(15_000, needs.leaseMs / 3));
  }

  start(): void {
    this.#cancel = this.#needs.timers.after(this.#intervalMs, () => {
      if (this.#needs.wasActiveWithin(this.#intervalMs)) void this.#beat();
      this.start();
    });
  }

  stop(): void {
    this.#cancel();
  }

  async #beat(): Promise<void> {
    for (const assignmentId of this.#needs.listHeld()) {
      try {
        await this.#needs.api.heartbeat(assignmentId);
      } catch (error) {
        const failure = classifyFailure(error);
        if (failure.kind !== 'lasting') return;
        this.#needs.onLost(assignmentId, failure.message);
      }
    }
  }
}
