/** What a job's place among the outcomes holds where the job has to be done alone. */
export const alone = Symbol('alone');

export interface GatheredWork<Job, Outcome> {
  /** Does several jobs at once, in order; one that cannot be done in company is answered with {@link alone}. */
  readonly together: (jobs: readonly Job[]) => Promise<readonly (Outcome | typeof alone)[]>;
  readonly single: (job: Job) => Promise<Outcome>;
  readonly mostTogether: number;
  /** How many departures may be on their way at once. */
  readonly mostUnderWay: number;
}

/**
 * Sends jobs on their way: one that comes when nothing is under way goes at once, those that come meanwhile wait and go
 * together. Nobody waits for company, and the busier it is the cheaper each job becomes. When a departure fails, each of
 * its jobs is done alone, so that one bad job spoils no other.
 */
export class Gatherer<Job, Outcome> {
  readonly #work: GatheredWork<Job, Outcome>;
  readonly #waiting: Waiting<Job, Outcome>[] = [];
  #underWay = 0;
  #isCalled = false;

  constructor(work: GatheredWork<Job, Outcome>) {
    this.#work = work;
  }

  do(job: Job): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#call();
    });
  }

  /** Departs at the end of this turn of the loop, so that all that comes in one turn goes together. */
  #call(): void {
    if (this.#isCalled || this.#underWay >= this.#work.mostUnderWay) return;
    this.#isCalled = true;
    setImmediate(() => {
      this.#isCalled = false;
      this.#depart();
    });
  }

  #depart(): void {
    const leaving = this.#waiting.splice(0, this.#work.mostTogether);
    if (leaving.length === 0) return;
    this.#underWay += 1;
    void this.#settle(leaving).finally(() => {
      this.#underWay -= 1;
      this.#call();
    });
    if (this.#waiting.length > 0) this.#call();
  }

  async #settle(leaving: readonly Waiting<Job, Outcome>[]): Promise<void> {
    const outcomes = leaving.length > 1 ? await this.#tryTogether(leaving) : [];
    await Promise.all(
      leaving.map(({ job, resolve, reject }, index) => {
        const outcome = index in outcomes ? outcomes[index] : alone;
        if (outcome === alone) return this.#work.single(job).then(resolve, reject);
        return resolve(outcome as Outcome);
      }),
    );
  }

  async #tryTogether(
    leaving: readonly Waiting<Job, Outcome>[],
  ): Promise<readonly (Outcome | typeof alone)[]> {
    try {
      return await this.#work.together(leaving.map(({ job }) => job));
    } catch {
      // Each finds its own outcome, and its own error, alone.
      return [];
    }
  }
}

interface Waiting<Job, Outcome> {
  readonly job: Job;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}
