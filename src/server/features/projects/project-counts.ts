import type { Services } from '#server/services/services.ts';
import { countProject, type ProjectCounts } from '#server/store/project-store.ts';

const kept = new Map<string, { at: number; tookMs: number; counts: ProjectCounts }>();

/** Counts of a project; kept for twenty times as long as they took to count, so that a large project is not counted at every look. */
export async function readCounts(services: Services, projectId: string): Promise<ProjectCounts> {
  const startedAt = services.now().getTime();
  const known = kept.get(projectId);
  if (known && startedAt - known.at < known.tookMs * 20) return known.counts;
  const counts = await countProject(services.database.kysely, projectId);
  const endedAt = services.now().getTime();
  kept.set(projectId, { at: endedAt, tookMs: endedAt - startedAt, counts });
  return counts;
}
