import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { transact } from '#server/database/transact.ts';
import { removeFiles } from '#server/services/data-folder.ts';
import type { Services } from '#server/services/services.ts';
import { releaseLeases } from '#server/store/lease-store.ts';
import {
  changeOverlap,
  changeProject,
  deleteProjectRow,
  findProject,
  hasJudgments,
  isNameTaken,
  listProjectFiles,
  lockItems,
  type ProjectChange,
  type ProjectFiles,
} from '#server/store/project-store.ts';

/** Changes settings or state. A new overlap reaches every item; closing gives all leases back. */
export async function updateProject(
  services: Services,
  input: { projectId: string; revision: number; change: ProjectChange },
): Promise<Record<string, never> | HttpRefusal> {
  const { projectId, change } = input;
  return transact(
    services.database.kysely,
    async (transaction): Promise<Record<string, never> | HttpRefusal> => {
      const project = await findProject(transaction, { projectId, lock: true });
      if (!project) return refuse('not_found', 'There is no such project.');
      if (project.revision !== input.revision) {
        return refuse(
          'stale_revision',
          'Somebody else changed the settings meanwhile: look at theirs, then save yours again.',
          { details: { revision: project.revision } },
        );
      }
      if (
        change.name !== undefined &&
        (await isNameTaken(transaction, { name: change.name, exceptId: projectId }))
      ) {
        return nameTaken(change.name);
      }
      await changeProject(transaction, { projectId, change });
      if (change.overlap !== undefined && change.overlap !== project.overlap)
        await changeOverlap(transaction, { projectId, overlap: change.overlap });
      if (change.state === 'closed' && project.state !== 'closed')
        await releaseLeases(transaction, { projectId, now: services.now() });
      return {};
    },
  ).catch((error: { code?: string; constraint?: string }) => {
    // Another project took the name between the look and the write.
    if (error.code === '23505' && error.constraint === 'projects_name') return nameTaken(change.name ?? '');
    throw error;
  });
}

function nameTaken(name: string): HttpRefusal {
  return refuse('name_taken', `There is a project called "${name}" already: choose another name.`, {
    places: [{ path: 'body.name', message: 'is taken' }],
  });
}

/** Deletes a project that nobody has judged in; work is never deleted this way. */
export async function deleteProject(
  services: Services,
  projectId: string,
): Promise<Record<string, never> | HttpRefusal> {
  const outcome = await transact(
    services.database.kysely,
    async (transaction): Promise<ProjectFiles | HttpRefusal> => {
      const project = await findProject(transaction, { projectId, lock: 'for_deletion' });
      if (!project) return refuse('not_found', 'There is no such project.');
      await lockItems(transaction, projectId);
      if (await hasJudgments(transaction, projectId))
        return refuse(
          'project_has_work',
          'This project holds judgments: close it instead, nothing is lost then.',
        );
      const files = await listProjectFiles(transaction, projectId);
      await deleteProjectRow(transaction, projectId);
      return files;
    },
  );
  if (isRefusal(outcome)) return outcome;
  await removeFiles(services.config, outcome).catch((error: unknown) =>
    services.log.warn({ err: error, projectId }, 'files of a deleted project could not be removed'),
  );
  return {};
}
