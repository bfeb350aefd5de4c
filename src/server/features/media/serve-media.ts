import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mediaId } from '#contract/media.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { id } from '#contract/wire.ts';
import { extensionOf } from '#domain/media/media-type.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { readActor } from '#server/http/actor.ts';
import { sendProblem } from '#server/http/problem.ts';
import type { Services } from '#server/services/services.ts';
import { findMedia, type StoredMedia } from '#server/store/media-store.ts';
import { findProjectRoles } from '#server/store/member-store.ts';
import { explainAway } from './explain-away.ts';
import { readMediaSecret } from './link-media.ts';
import { listVisibleHashes } from './media-access.ts';
import { checkMediaLink } from './media-link.ts';
import { readRange } from './read-range.ts';

const address = z.object({
  params: z.object({ projectId: id, mediaId }),
  query: z.object({ person: id, expires: z.string().regex(/^\d{1,12}$/), signature: z.string().max(100) }),
});

/** The addresses that show media. Whatever is stored, nothing of it ever runs as a page of ours. */
export function registerMediaFiles(app: FastifyInstance, services: Services): void {
  app.route({
    method: 'GET',
    url: '/media/:projectId/:mediaId',
    // Packed on the way, ranges would be of something else.
    config: { routeId: 'serveMedia', compress: false } as object,
    exposeHeadRoute: true,
    handler: async (request, reply) => {
      reply.headers(safeHeaders);
      const media = await admit(services, request);
      if (isRefusal(media)) return sendProblem(reply, media);
      const refusal = await explainAway(services, () => send(services, { media, request, reply }));
      return isRefusal(refusal) ? sendProblem(reply, refusal) : reply;
    },
  });
}

const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  // Confidential, and asked for anew with each address. What judging keeps on a device it keeps, and deletes, itself.
  'cache-control': 'private, no-store',
};

const forged = () =>
  refuse('link_invalid', 'This address was not given out to you: open the task or the list again.');

/** The address must be ours, of this person, in time; and the person must be allowed to see the file at this moment. */
async function admit(services: Services, request: FastifyRequest): Promise<StoredMedia | HttpRefusal> {
  const parsed = address.safeParse({ params: request.params, query: request.query });
  if (!parsed.success) return forged();
  const { projectId, mediaId: sha256 } = parsed.data.params;
  const { person: personId, expires, signature } = parsed.data.query;
  const claim = { projectId, sha256, personId, expires: Number(expires), signature };
  const state = checkMediaLink(await readMediaSecret(services), claim, services.now());
  if (state === 'forged') return forged();
  if (state === 'over')
    return refuse('link_over', 'The time of this address is over: open the task or the list again.');
  const signedIn = await readActor(services, request);
  if (!signedIn) return refuse('not_signed_in', 'Nobody is signed in: sign in, or send a valid API key.');
  const { actor } = signedIn;
  if (actor.personId !== personId) return forged();
  const { kysely } = services.database;
  const found = await findProjectRoles(kysely, { projectId, personId });
  const visible =
    found && (await listVisibleHashes(services, { actor, roles: found.roles, projectId, hashes: [sha256] }));
  if (!visible?.has(sha256)) return forged();
  return (await findMedia(kysely, { projectId, sha256 })) ?? gone();
}

const gone = () => refuse('not_found', 'This file is no longer here.');

async function send(
  services: Services,
  { media, request, reply }: { media: StoredMedia; request: FastifyRequest; reply: FastifyReply },
): Promise<HttpRefusal | null> {
  const { sha256, bytes } = media;
  const etag = `"${sha256}"`;
  const name = `${media.kind}-${sha256.slice(0, 12)}.${extensionOf(media.contentType)}`;
  const condition = request.headers['if-range'];
  const header = condition === undefined || condition === etag ? request.headers.range : undefined;
  const range = readRange(header, bytes);
  if (range === 'beyond') {
    reply.header('content-range', `bytes */${bytes}`);
    return refuse('range_beyond', `This file has ${bytes} bytes; none of the wanted ones is among them.`);
  }
  const stream =
    request.method === 'HEAD'
      ? Readable.from([])
      : await services.files.open(sha256, range ?? { start: 0, end: bytes - 1 });
  if (stream === null) return gone();
  reply
    .code(range ? 206 : 200)
    .type(media.contentType)
    // Neutral, as the file's own name may tell which model made it. Opened on its own, it is offered for saving.
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('accept-ranges', 'bytes')
    .header('etag', etag)
    .header('content-length', range ? range.end - range.start + 1 : bytes);
  if (range) reply.header('content-range', `bytes ${range.start}-${range.end}/${bytes}`);
  reply.send(stream);
  return null;
}
