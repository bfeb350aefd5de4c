import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Executor } from '#server/database/database.ts';

export interface VersionFacts {
  readonly version: number;
  readonly note: string;
  readonly createdAt: Date;
  readonly createdByName: string;
}

export async function listRubricVersions(executor: Executor, projectId: string): Promise<VersionFacts[]> {
  return executor
    .selectFrom('rubricVersions')
    .innerJoin('people', 'people.id', 'rubricVersions.createdBy')
    .where('projectId', '=', projectId)
    .select(['version', 'note', 'rubricVersions.createdAt', 'people.name as createdByName'])
    .orderBy('version', 'desc')
    .execute();
}

export async function findRubricVersion(
  executor: Executor,
  query: { projectId: string; version: number },
): Promise<(VersionFacts & { rubric: Rubric }) | undefined> {
  const row = await executor
    .selectFrom('rubricVersions')
    .innerJoin('people', 'people.id', 'rubricVersions.createdBy')
    .where('projectId', '=', query.projectId)
    .where('version', '=', query.version)
    .select(['version', 'note', 'rubricVersions.createdAt', 'people.name as createdByName', 'rubric'])
    .executeTakeFirst();
  return row && { ...row, rubric: row.rubric as Rubric };
}

export async function insertRubricVersion(
  executor: Executor,
  version: { projectId: string; version: number; rubric: Rubric; note: string; createdBy: string; now: Date },
): Promise<void> {
  await executor
    .insertInto('rubricVersions')
    .values({
      projectId: version.projectId,
      version: version.version,
      rubric: JSON.stringify(version.rubric),
      note: version.note,
      createdBy: version.createdBy,
      createdAt: version.now,
    })
    .execute();
}
