/** One line of the table: a job on the product's own functions, and how its answer is held against the exact one. */
export interface BenchRow {
  readonly job: string;
  /** How often it is timed, after one run that is not; one run without any other where it takes long. */
  readonly times: number;
  run(): unknown;
  /** How far the answer of the last run is off, relative to the exact one; null where chance is part of it. */
  error(answer: unknown): number | null;
  /** The jobs of other programs that do the same, by their names in the report of the peers. */
  readonly peers?: readonly string[];
}

export interface Timing {
  readonly job: string;
  readonly least: number;
  readonly median: number;
  readonly error: number | null;
  readonly peers: readonly string[];
}

/** A row whose answer keeps its type between run and check. */
export function row<Answer>(given: {
  readonly job: string;
  readonly times?: number;
  readonly run: () => Answer;
  readonly error?: (answer: Answer) => number;
  readonly peers?: readonly string[];
}): BenchRow {
  const { job, times = 6, run, error, peers = [] } = given;
  return {
    job,
    times,
    run,
    error: (answer) => (error === undefined ? null : error(answer as Answer)),
    peers,
  };
}

/** How far a number is off, relative to the exact one. */
export function off(actual: number | null | undefined, exact: number): number {
  return Math.abs((actual ?? Number.NaN) - exact) / Math.max(1e-300, Math.abs(exact));
}

export function timeRow({ job, times, run, error, peers = [] }: BenchRow): Timing {
  let answer: unknown;
  if (times > 1) answer = run();
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    answer = run();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return {
    job,
    least: taken[0] ?? Number.NaN,
    median: taken[Math.floor(taken.length / 2)] ?? Number.NaN,
    error: error(answer),
    peers,
  };
}
