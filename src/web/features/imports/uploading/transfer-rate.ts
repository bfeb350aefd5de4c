export interface TransferSample {
  readonly atMs: number;
  readonly bytes: number;
}

const windowMs = 10_000;

/** The samples of the last seconds, with one more. */
export function addSample(
  samples: readonly TransferSample[],
  sample: TransferSample,
): readonly TransferSample[] {
  return [...samples.filter(({ atMs }) => atMs > sample.atMs - windowMs), sample];
}

/** Bytes a second over the samples; null while there is too little to say. */
export function rateOf(samples: readonly TransferSample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.atMs - first.atMs < 500) return null;
  return ((last.bytes - first.bytes) * 1_000) / (last.atMs - first.atMs);
}
