export interface Domain {
  readonly from: number;
  readonly to: number;
}

/** Where a value stands between the ends of a domain, in percent; values beyond the ends stand at the end. */
export function percentAt(value: number, { from, to }: Domain): number {
  if (to <= from) return 0;
  return Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100));
}

const stepFactors = [1, 2, 5, 10] as const;

/** Round numbers from 0 that reach at least `max`, about `count` of them, whole where `max` counts things. */
export function countTicks(max: number, count = 3): readonly number[] {
  if (max <= 0) return [0, 1];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = stepFactors.find((candidate) => candidate * power >= rough) ?? 10;
  const step = Math.max(1, factor * power);
  return Array.from({ length: Math.ceil(max / step) + 1 }, (_, index) => index * step);
}

/** A domain of round tenths or fifths that holds 0, 1 and every value, for statistics that end at 1. */
export function domainUpToOne(values: readonly number[]): Domain {
  const lowest = Math.min(0, ...values);
  return { from: Math.max(-1, Math.floor(lowest * 5) / 5), to: 1 };
}
