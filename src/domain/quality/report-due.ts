/** What is known of a project's kept report when somebody looks at it. */
export interface KeptReport {
  /** Null where none was ever computed. */
  readonly computedAt: Date | null;
  readonly tookMs: number;
  /** Judgments that were submitted since. */
  readonly newerJudgments: number;
  /** Whether the rubric that says what is measured is another one now. */
  readonly isRubricNewer: boolean;
}

/** Up to this a report is cheap enough to be made anew at every look. */
const cheapMs = 2_000;
/** A report stays for ten times as long as it took, so that a busy project does not compute all the time. */
const keptFor = 10;

/** Whether a report should be computed anew because what it says is no longer all there is. */
export function isReportDue(
  { computedAt, tookMs, newerJudgments, isRubricNewer }: KeptReport,
  now: Date,
): boolean {
  if (computedAt === null) return true;
  if (newerJudgments === 0 && !isRubricNewer) return false;
  return tookMs <= cheapMs || now.getTime() - computedAt.getTime() >= tookMs * keptFor;
}
