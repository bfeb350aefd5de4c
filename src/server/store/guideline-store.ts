import type { Executor } from '#server/database/database.ts';
import type { VersionFacts } from './rubric-store.ts';

export async function listGuidelineVersions(executor: Executor, projectId: string): Promise<VersionFacts[]> {
  return executor
    .selectFrom('guidelineVersions')
    .innerJoin('people', 'people.id', 'guidelineVersions.createdBy')
    .where('projectId', '=', projectId)
    .select(['version', 'note', 'guidelineVersions.createdAt', 'people.name as createdByName'])
    .orderBy('version', 'desc')
    .execute();
}

export async function findGuidelineVersion(
  executor: Executor,
  query: { projectId: string; version: number },
): Promise<(VersionFacts & { markdown: string }) | undefined> {
  return executor
    .selectFrom('guidelineVersions')
    .innerJoin('people', 'people.id', 'guidelineVersions.createdBy')
    .where('projectId', '=', query.projectId)
    .where('version', '=', query.version)
    .select(['version', 'note', 'guidelineVersions.createdAt', 'people.name as createdByName', 'markdown'])
    .executeTakeFirst();
}

export async function insertGuidelineVersion(
  executor: Executor,
  version: {
    projectId: string;
    version: number;
    markdown: string;
    note: string;
    createdBy: string;
    now: Date;
  },
): Promise<void> {
  await executor
    .insertInto('guidelineVersions')
    .values({
      projectId: version.projectId,
      version: version.version,
      markdown: version.markdown,
      note: version.note,
      createdBy: version.createdBy,
      createdAt: version.now,
    })
    .execute();
}
