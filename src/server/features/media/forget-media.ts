import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Services } from '#server/services/services.ts';
import { deleteMediaName, isContentNamed, lockContent } from '#server/store/media-store.ts';

/** Takes a name away, and the bytes where that was the last name of any project. */
export async function deleteMedia(
  services: Services,
  query: { projectId: string; name: string },
): Promise<HttpRefusal | null> {
  const { kysely } = services.database;
  const deleted = await kysely.transaction().execute((transaction) => deleteMediaName(transaction, query));
  if (deleted.outcome === 'missing')
    return refuse('not_found', `This project has no media called "${query.name}".`);
  if (deleted.outcome === 'in_use')
    return refuse(
      'media_in_use',
      `${deleted.items === 1 ? 'One item shows' : `${deleted.items.toLocaleString('en')} items show`} "${query.name}": it stays as long as they do.`,
      { details: { items: deleted.items } },
    );
  await forgetIfUnnamed(services, deleted.sha256);
  return null;
}

/** Removes the bytes of a file that no project has a name for. */
export async function forgetIfUnnamed(services: Services, sha256: string): Promise<void> {
  await services.database.kysely.transaction().execute(async (transaction) => {
    await lockContent(transaction, sha256);
    if (!(await isContentNamed(transaction, sha256))) await services.files.remove(sha256);
  });
}
