/** Time as the engine sees it, so that tests can turn the hands. */
export interface Timers {
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
  /** Calls once after a while; the answer cancels. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** A number from 0 to 1, to spread retries. */
  readonly random: () => number;
}

export const browserTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
