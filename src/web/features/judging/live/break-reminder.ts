const tasksBeforeBreak = 25;
const msBeforeBreak = 45 * 60_000;

/** Offers a break after 25 tasks or 45 minutes, whichever comes first. */
export class BreakReminder {
  readonly #now: () => number;
  #tasks = 0;
  #since: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#since = now();
  }

  countTask(): void {
    this.#tasks += 1;
  }

  isDue(): boolean {
    return this.#tasks >= tasksBeforeBreak || (this.#tasks > 0 && this.#now() - this.#since >= msBeforeBreak);
  }

  startAnew(): void {
    this.#tasks = 0;
    this.#since = this.#now();
  }
}
