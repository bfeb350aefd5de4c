import { createHmac } from 'node:crypto';
import type { RubricCache } from '#server/services/rubric-cache.ts';
import type { Services } from '#server/services/services.ts';
import { readDeploymentSecret } from '#server/store/deployment-secret-store.ts';

/** What reviewing needs beyond the usual services. */
export interface ReviewServices extends Services {
  readonly rubrics: RubricCache;
}

/** How long a judgment stays in a reviewer's hand. */
export const reviewLeaseMs = 30 * 60_000;

/**
 * Numbers from 0 up to 1 for a rule and a task: always the same, and known to nobody outside, since the key never leaves
 * the database.
 */
export async function createDraw(
  services: Pick<Services, 'database' | 'randomBytes' | 'now'>,
): Promise<(assignmentId: string, rule: string) => number> {
  const secret = await readDeploymentSecret(services.database.kysely, {
    name: 'review_sampling',
    fresh: () => services.randomBytes(32),
    now: services.now(),
  });
  return (assignmentId, rule) => {
    const digest = createHmac('sha256', secret).update(`${assignmentId}:${rule}`).digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}
