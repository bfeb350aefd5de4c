import type { readOwnQuality as contract } from '#contract/people-quality.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { ResponseOf } from '#contract/route.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { canSeeOwn, limitToOwn } from '#domain/people-quality/own-view.ts';
import type { Services } from '#server/services/services.ts';
import { findPersonReport } from '#server/store/people-report-store.ts';
import { findProject } from '#server/store/project-store.ts';
import { findQuality } from '#server/store/quality-store.ts';
import { askForReport } from './ask-for-report.ts';
import type { KeptReport } from './present-people.ts';
import { readMarks } from './read-people.ts';
import { readReport } from './read-report.ts';

/** Many annotators look at their own work; that alone shall not keep a large project computing. */
const ownKeptMs = 6 * 3_600_000;

interface Query {
  readonly projectId: string;
  readonly personId: string;
}

/** What the lead lets an annotator see of their own work. */
export async function readOwnQuality(
  services: Services,
  query: Query,
): Promise<ResponseOf<typeof contract> | HttpRefusal> {
  const { kysely } = services.database;
  const project = await findProject(kysely, query);
  if (!project) return refuse('not_found', 'There is no such project.');
  const { annotatorSees: sees } = project;
  const state = await readReport(services, query.projectId);
  const stored = canSeeOwn(sees, 'speed') ? await findPersonReport(kysely, query) : undefined;
  // Kept as it is sent, so limiting changes nothing but what is left out.
  const report = stored ? limitToOwn(stored.report as KeptReport, sees) : null;
  const marks = await readMarks(services, query.projectId);
  return {
    sees,
    computedAt: state.kept?.computedAt ?? null,
    isComputing: state.isComputing,
    isDue: state.isDue && isOld(state.kept?.computedAt, services.now()),
    report,
    marks: report === null ? [] : marks.filter(({ kind }) => kind !== 'model'),
  };
}

export async function computeOwnQuality(
  services: Services,
  query: Query,
): Promise<ResponseOf<typeof contract> | HttpRefusal> {
  const stored = await findQuality(services.database.kysely, query.projectId);
  if (isOld(stored?.computedAt?.toISOString(), services.now())) await askForReport(services, query.projectId);
  return readOwnQuality(services, query);
}

const isOld = (computedAt: string | undefined, now: Date) =>
  computedAt === undefined || now.getTime() - Date.parse(computedAt) >= ownKeptMs;
