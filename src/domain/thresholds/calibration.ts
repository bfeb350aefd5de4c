/** A round of known answers that somebody has to pass before they get ordinary work again. */
export interface Calibration {
  readonly tasks: number;
  readonly passes: number;
}

export interface CalibrationProgress {
  /** Of the last tasks that count, at most as many as are asked for. */
  readonly judged: number;
  readonly passed: number;
  readonly isPassed: boolean;
}

/**
 * Where somebody stands, given what they made of each gold since calibration was asked for, oldest first. Only the last
 * ones count: who learns on the way gets there without beginning anew.
 */
export function calibrationProgress(
  { tasks, passes }: Calibration,
  results: readonly boolean[],
): CalibrationProgress {
  const last = results.slice(-tasks);
  const passed = last.filter(Boolean).length;
  return { judged: last.length, passed, isPassed: last.length === tasks && passed >= passes };
}
