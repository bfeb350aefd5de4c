import { type Actor, can } from '#domain/access/can.ts';
import type { ProjectRole } from '#domain/access/roles.ts';
import type { Services } from '#server/services/services.ts';
import { listHashesInHand } from '#server/store/media-store.ts';

/**
 * Which of these files an actor may look at: everything for those who see a project's results, and for annotators what
 * their tasks show. So nobody can leaf through a project by its media.
 */
export async function listVisibleHashes(
  services: Services,
  query: {
    actor: Actor;
    roles: readonly ProjectRole[];
    projectId: string;
    hashes: readonly string[];
  },
): Promise<ReadonlySet<string>> {
  const { actor, roles, projectId, hashes } = query;
  const project = { kind: 'project', roles } as const;
  if (!can(actor, 'view_project', project)) return new Set();
  if (can(actor, 'see_results', project)) return new Set(hashes);
  return listHashesInHand(services.database.kysely, {
    ...{ projectId, hashes },
    personId: actor.personId,
    now: services.now(),
  });
}
