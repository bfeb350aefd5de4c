import type { z } from 'zod';
import type { qualityReport, readQuality } from '#contract/quality.ts';
import type { ResponseOf } from '#contract/route.ts';
import { isReportDue } from '#domain/quality/report-due.ts';
import type { Services } from '#server/services/services.ts';
import { findProject } from '#server/store/project-store.ts';
import { countJudgmentsAfter, findQuality } from '#server/store/quality-store.ts';
import { lostAfterMs } from './ask-for-report.ts';

/** A count beyond this is told as "this many and more". */
const mostNewer = 10_000;

/** The kept report, and how much it does not know yet: three small reads whatever the project's size. */
export async function readReport(
  { database, now }: Services,
  projectId: string,
): Promise<ResponseOf<typeof readQuality>> {
  const { kysely } = database;
  const stored = await findQuality(kysely, projectId);
  const project = await findProject(kysely, { projectId });
  const newerJudgments = await countJudgmentsAfter(kysely, {
    projectId,
    judgmentId: stored?.throughJudgmentId ?? null,
    atMost: mostNewer,
  });
  const at = now();
  const askedAt = stored?.askedAt ?? null;
  const { computedAt = null, tookMs = 0, report = null } = stored ?? {};
  const isRubricNewer = (project?.rubricVersion ?? 0) !== (stored?.rubricVersion ?? 0);
  return {
    kept:
      computedAt === null
        ? null
        : { report: report as z.infer<typeof qualityReport>, computedAt: computedAt.toISOString(), tookMs },
    newerJudgments,
    isComputing: askedAt !== null && at.getTime() - askedAt.getTime() < lostAfterMs,
    isDue: isReportDue({ computedAt, tookMs, newerJudgments, isRubricNewer }, at),
  };
}
