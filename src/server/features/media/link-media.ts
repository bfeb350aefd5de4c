import type { MediaLink } from '#contract/media.ts';
import type { Actor } from '#domain/access/can.ts';
import type { ProjectRole } from '#domain/access/roles.ts';
import type { Services } from '#server/services/services.ts';
import { readDeploymentSecret } from '#server/store/deployment-secret-store.ts';
import { listMediaOf } from '#server/store/media-store.ts';
import { listVisibleHashes } from './media-access.ts';
import { linkLifeMs, signMediaLink } from './media-link.ts';
import { presentFacts } from './present-media.ts';

export async function readMediaSecret(services: Services): Promise<Buffer> {
  return readDeploymentSecret(services.database.kysely, {
    name: 'media_links',
    fresh: () => services.randomBytes(32),
    now: services.now(),
  });
}

/** Makes the addresses of those files that are there and may be seen, in the order asked. */
export async function linkMedia(
  services: Services,
  query: { actor: Actor; roles: readonly ProjectRole[]; projectId: string; mediaIds: readonly string[] },
): Promise<MediaLink[]> {
  const { actor, projectId } = query;
  const asked = [...new Set(query.mediaIds)];
  const visible = await listVisibleHashes(services, { ...query, hashes: asked });
  if (visible.size === 0) return [];
  const found = await listMediaOf(services.database.kysely, { projectId, hashes: [...visible] });
  const secret = await readMediaSecret(services);
  const expires = Math.ceil((services.now().getTime() + linkLifeMs) / 1000);
  const links = new Map(
    found.map((media): [string, MediaLink] => {
      const url = signMediaLink(secret, {
        projectId,
        sha256: media.sha256,
        personId: actor.personId,
        expires,
      });
      return [
        media.sha256,
        { ...presentFacts(media), url, expiresAt: new Date(expires * 1000).toISOString() },
      ];
    }),
  );
  return asked.flatMap((mediaId) => links.get(mediaId) ?? []);
}
