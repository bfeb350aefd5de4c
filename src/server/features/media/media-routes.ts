import { Readable } from 'node:stream';
import * as contract from '#contract/media.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { findListedMedia, type StoredMedia } from '#server/store/media-store.ts';
import { explainAway } from './explain-away.ts';
import { deleteMedia } from './forget-media.ts';
import { linkMedia } from './link-media.ts';
import { listMedia } from './list-media.ts';
import { presentMedia } from './present-media.ts';
import { uploadMedia } from './upload-media.ts';

/** Media of a project: taken in, listed, shown, removed. */
export function registerMedia(serve: Serve, services: Services): void {
  const present = async (stored: StoredMedia | HttpRefusal) => {
    if (isRefusal(stored)) return stored;
    const listed = await findListedMedia(services.database.kysely, stored);
    return listed ? presentMedia(listed) : refuse('not_found', 'This file was deleted at this very moment.');
  };
  serve(contract.uploadMedia, async ({ params, query, actor, raw }) => {
    const stream = raw.body;
    if (!(stream instanceof Readable))
      return refuse('unsupported_media', 'Send the bytes as they are, as application/octet-stream.');
    const announced = raw.headers['content-length'];
    const upload = {
      ...{ ...params, ...query, stream, personId: actor.personId },
      announcedBytes: announced === undefined ? undefined : Number(announced),
    };
    return present(await explainAway(services, () => uploadMedia(services, upload)));
  });
  serve(contract.listMedia, async ({ params, query }) => listMedia(services, { ...params, ...query }));
  serve(contract.linkMedia, async ({ params, body, actor, roles }) => ({
    links: await linkMedia(services, { ...params, ...body, actor, roles }),
  }));
  serve(
    contract.deleteMedia,
    async ({ params, query }) =>
      (await explainAway(services, () => deleteMedia(services, { ...params, ...query }))) ?? {},
  );
}
