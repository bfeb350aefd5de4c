import { buildRubricSchema } from '#contract/rubric-file.ts';
import * as contract from '#contract/rubrics.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { findRubricVersion, listRubricVersions, type VersionFacts } from '#server/store/rubric-store.ts';
import { publishRubric } from './publish-rubric.ts';

/** Versions of a project's rubric: list, read, publish. */
export function registerRubrics(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  const schema = buildRubricSchema();
  serve(contract.readRubricSchema, async () => schema);
  serve(contract.listRubricVersions, async ({ params }) => ({
    versions: (await listRubricVersions(kysely, params.projectId)).map(presentVersion),
  }));
  serve(contract.readRubricVersion, async ({ params }) => {
    const found = await findRubricVersion(kysely, params);
    return found
      ? { ...presentVersion(found), rubric: found.rubric as RubricBody }
      : refuse('not_found', `The rubric has no version ${params.version}.`);
  });
  serve(contract.publishRubric, async ({ params, body, actor }) => {
    const version = await publishRubric(services, { ...params, ...body, personId: actor.personId });
    if (isRefusal(version)) return version;
    const found = await findRubricVersion(kysely, { ...params, version });
    return found
      ? { ...presentVersion(found), rubric: found.rubric as RubricBody }
      : refuse('not_found', 'The project was deleted meanwhile.');
  });
}

type RubricBody = import('#contract/route.ts').ResponseOf<typeof contract.readRubricVersion>['rubric'];

function presentVersion(facts: VersionFacts) {
  return {
    version: facts.version,
    note: facts.note,
    createdAt: facts.createdAt.toISOString(),
    createdByName: facts.createdByName,
  };
}
