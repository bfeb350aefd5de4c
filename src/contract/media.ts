import { z } from 'zod';
import { mediaKinds } from '#domain/items/item.ts';
import { route } from './route.ts';
import { empty, filledText, instant, pageOf, pageQuery, projectParams } from './wire.ts';

/** The sha256 of a file's bytes in hex. */
export const mediaId = z.string().regex(/^[0-9a-f]{64}$/);

const facts = {
  mediaId,
  kind: z.enum(mediaKinds),
  contentType: z.string(),
  bytes: z.number().int(),
  /** Of pictures, in pixels. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Of recordings whose head says it. */
  durationMs: z.number().int().nullable(),
};

export const media = z
  .object({
    ...facts,
    name: z.string(),
    createdAt: instant,
    createdByName: z.string(),
    /** How many items show it. */
    items: z.number().int(),
  })
  .meta({ id: 'Media' });
export type Media = z.infer<typeof media>;

export const mediaLink = z
  .object({
    ...facts,
    /** For the asking person only, and only until `expiresAt`. Answers ranges. */
    url: z.string(),
    expiresAt: instant,
  })
  .meta({ id: 'MediaLink' });
export type MediaLink = z.infer<typeof mediaLink>;

const feature = 'media';
const name = filledText({ max: 300 }).transform((value) => value.normalize('NFC'));

export const uploadMedia = route({
  id: 'uploadMedia',
  feature,
  method: 'POST',
  path: '/projects/:projectId/media',
  access: 'import_items',
  transport: 'bytes_in',
  summary: 'Add a picture, a recording, a film or a PDF under a name that files to import can use',
  description:
    'The type is found by content; sending the same bytes under the same name again changes nothing. Other bytes under a taken name are refused.',
  status: 201,
  params: projectParams,
  query: z.strictObject({ name }),
  response: media,
});
export const listMedia = route({
  id: 'listMedia',
  feature,
  method: 'GET',
  path: '/projects/:projectId/media',
  access: 'see_results',
  summary: 'The media of a project, newest first',
  params: projectParams,
  query: z.strictObject(pageQuery),
  response: pageOf(media),
});
export const linkMedia = route({
  id: 'linkMedia',
  feature,
  method: 'POST',
  path: '/projects/:projectId/media-links',
  access: 'view_project',
  summary: 'Addresses to show media with, for a short time',
  description:
    'Annotators get those of the items that they hold or may still change. What does not exist, or is not for the asking person, is left out.',
  params: projectParams,
  body: z.strictObject({ mediaIds: z.array(mediaId).min(1).max(200) }),
  response: z.object({ links: z.array(mediaLink) }),
});
export const deleteMedia = route({
  id: 'deleteMedia',
  feature,
  method: 'DELETE',
  path: '/projects/:projectId/media',
  access: 'import_items',
  summary: 'Remove media that no item shows',
  params: projectParams,
  query: z.strictObject({ name }),
  response: empty,
});

export const mediaRoutes = [uploadMedia, listMedia, linkMedia, deleteMedia] as const;
