import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A value that another program gave for some input. */
export interface RecordedStatistic {
  readonly name: string;
  readonly metric: string;
  readonly tolerance: number;
  // Each kind of case has its own shape; the checks know which one they read.
  readonly input: Record<string, unknown>;
  readonly expected: Record<string, unknown>;
}

/** Compares what was computed with a number that is expected; null stands for undefined. */
export type CompareNumber = (actual: number | null | undefined, expected: unknown) => void;

export type RecordedChecks = Readonly<
  Record<string, (recorded: RecordedStatistic, same: CompareNumber) => void>
>;

const sharedFolder = process.env.PLUMBLINE_SHARED ?? resolve(import.meta.dirname, '../../../shared');
const casesFile = join(sharedFolder, 'data/stats-cases.json');

/** The recorded values of other programs are not part of the repository; where they are at hand, they must be met. */
export function describeRecorded(checks: RecordedChecks): void {
  if (!existsSync(casesFile)) return;
  const { cases } = JSON.parse(readFileSync(casesFile, 'utf8')) as { cases: RecordedStatistic[] };
  describe.each(Object.keys(checks))('Recorded values of other programs: %s', (metric) => {
    it.each(cases.filter((recorded) => recorded.metric === metric))('$name', (recorded) => {
      let compared = 0;
      checks[metric]?.(recorded, (actual, expected) => {
        compared++;
        if (typeof actual !== 'number' || typeof expected !== 'number') return expect(actual).toBe(expected);
        const allowed = recorded.tolerance * Math.max(1, Math.abs(expected));
        expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(allowed);
      });
      expect(compared).toBeGreaterThan(0);
    });
  });
}
