import type { Rubric } from '#domain/rubrics/rubric.ts';
import { findProject } from '#server/store/project-store.ts';
import type { SeedServices } from './seed-services.ts';

/** What a project asks; the demo never publishes a second version. */
export async function readRubric(services: SeedServices, projectId: string): Promise<Rubric> {
  const project = await findProject(services.database.kysely, { projectId });
  return services.rubrics.read({ projectId, version: project?.rubricVersion ?? 1 });
}
