import type { HttpRefusal } from '#contract/refusals.ts';
import * as contract from '#contract/rubrics.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { transact } from '#server/database/transact.ts';
import type { Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import {
  findGuidelineVersion,
  insertGuidelineVersion,
  listGuidelineVersions,
} from '#server/store/guideline-store.ts';
import { changeProject, findProject } from '#server/store/project-store.ts';
import type { VersionFacts } from '#server/store/rubric-store.ts';

/** Versions of a project's guidelines: list, read, publish. */
export function registerGuidelines(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(contract.listGuidelineVersions, async ({ params }) => ({
    versions: (await listGuidelineVersions(kysely, params.projectId)).map(presentVersion),
  }));
  serve(contract.readGuidelineVersion, async ({ params }) => {
    const found = await findGuidelineVersion(kysely, params);
    return found
      ? { ...presentVersion(found), markdown: found.markdown }
      : refuse('not_found', `The guidelines have no version ${params.version}.`);
  });
  serve(contract.publishGuidelines, async ({ params, body, actor }) => {
    const version = await publishGuidelines(services, { ...params, ...body, personId: actor.personId });
    if (isRefusal(version)) return version;
    const found = await findGuidelineVersion(kysely, { ...params, version });
    return found
      ? { ...presentVersion(found), markdown: found.markdown }
      : refuse('not_found', 'The project was deleted meanwhile.');
  });
}

function presentVersion(facts: VersionFacts) {
  return {
    version: facts.version,
    note: facts.note,
    createdAt: facts.createdAt.toISOString(),
    createdByName: facts.createdByName,
  };
}

interface Input {
  readonly projectId: string;
  readonly personId: string;
  readonly markdown: string;
  readonly note: string;
  readonly basedOn: number;
}

/** Publishes the next version of the guidelines; versions are numbered without gaps and never change. */
export async function publishGuidelines(services: Services, input: Input): Promise<number | HttpRefusal> {
  return transact(services.database.kysely, async (transaction): Promise<number | HttpRefusal> => {
    const project = await findProject(transaction, { projectId: input.projectId, lock: true });
    if (!project) return refuse('not_found', 'There is no such project.');
    if (project.guidelineVersion !== input.basedOn) {
      return refuse(
        'stale_revision',
        `Version ${project.guidelineVersion} was published meanwhile: compare yours with it, then publish again.`,
        { details: { version: project.guidelineVersion } },
      );
    }
    const current = await findGuidelineVersion(transaction, {
      projectId: input.projectId,
      version: project.guidelineVersion,
    });
    if (current?.markdown === input.markdown)
      return refuse(
        'guidelines_unchanged',
        `Nothing differs from version ${project.guidelineVersion}: there is nothing to publish.`,
      );
    const version = project.guidelineVersion + 1;
    await insertGuidelineVersion(transaction, {
      projectId: input.projectId,
      version,
      markdown: input.markdown,
      note: input.note,
      createdBy: input.personId,
      now: services.now(),
    });
    await changeProject(transaction, { projectId: input.projectId, change: { guidelineVersion: version } });
    return version;
  });
}
