import { createHmac } from 'node:crypto';
import type { Services } from '#server/services/services.ts';
import { readDeploymentSecret } from '#server/store/deployment-secret-store.ts';

/** The key of all pseudonyms of this deployment; it never leaves the database, so nobody outside can make them again. */
export async function readPseudonymSecret(services: Services): Promise<Buffer> {
  return readDeploymentSecret(services.database.kysely, {
    name: 'export_pseudonyms',
    fresh: () => services.randomBytes(32),
    now: services.now(),
  });
}

/**
 * Names annotators by a keyed hash: the same in every export of a project with the same salt, so that the same data
 * gives the same bytes, and different in every other project and deployment.
 */
export function createPseudonyms(key: {
  readonly secret: Buffer;
  readonly projectId: string;
  readonly salt: string;
}): (personId: string) => string {
  const known = new Map<string, string>();
  const own = createHmac('sha256', key.secret).update(`${key.projectId}:${key.salt}`).digest();
  return (personId) => {
    const found = known.get(personId);
    if (found !== undefined) return found;
    const digest = createHmac('sha256', own).update(personId).digest('hex');
    const made = `annotator_${digest.slice(0, 16)}`;
    known.set(personId, made);
    return made;
  };
}
