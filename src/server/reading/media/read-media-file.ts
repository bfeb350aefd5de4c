import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import {
  acceptedKindsInWords,
  findMediaType,
  type MediaType,
  maxImagePixels,
  maxImageSide,
  maxMediaBytes,
} from '#domain/media/media-type.ts';
import { type Refusal, refuse } from '#domain/outcomes/refusal.ts';
import { holdsMarkup } from './find-markup.ts';
import { BrokenMediaError, type ImageFacts, readImageFacts } from './image-facts.ts';
import { readDurationMs } from './read-duration.ts';

export interface MediaFacts {
  readonly type: MediaType;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
}

type MediaRefusal = Refusal<'media_refused' | 'media_broken' | 'body_too_large'>;

/** Says what a file is by looking into it, or why such a file is not taken. Its name and its sender are not asked. */
export async function readMediaFile(path: string): Promise<MediaFacts | MediaRefusal> {
  const recognised = await fileTypeFromFile(path).catch(() => undefined);
  const type = findMediaType(recognised?.mime);
  if (!type) return refuse('media_refused', explainKind(recognised?.mime));
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > maxMediaBytes[type.kind]) return tooLarge(type, size);
    if (type.kind === 'image') return await readPicture(await file.readFile(), type);
    return { type, width: null, height: null, durationMs: await readDurationMs(file, type.contentType) };
  } finally {
    await file.close();
  }
}

async function readPicture(bytes: Buffer, type: MediaType): Promise<MediaFacts | MediaRefusal> {
  if (holdsMarkup(bytes))
    return refuse(
      'media_refused',
      'This picture has the source of a web page inside. Save it anew as a picture and try again.',
    );
  const facts = readFacts(bytes, type);
  if ('refused' in facts) return facts;
  const { width, height } = facts;
  if (width > maxImageSide || height > maxImageSide || width * height > maxImagePixels)
    return refuse(
      'body_too_large',
      `This picture is ${count(width)} × ${count(height)} pixels; at most ${maxImagePixels / 1e6} million and ${count(maxImageSide)} a side are shown without harm. Make it smaller.`,
    );
  return { type, width, height, durationMs: null };
}

function readFacts(bytes: Buffer, type: MediaType): ImageFacts | MediaRefusal {
  try {
    return readImageFacts(bytes, type.contentType);
  } catch (error) {
    if (!(error instanceof BrokenMediaError)) throw error;
    return refuse('media_broken', `This picture ${error.message}. Save it anew and try again.`);
  }
}

function tooLarge(type: MediaType, size: number): MediaRefusal {
  const most = maxMediaBytes[type.kind] / 1e6;
  return refuse(
    'body_too_large',
    `This file has ${count(Math.ceil(size / 1e6))} MB; of its kind (${type.kind}) at most ${count(most)} MB are taken. Make it smaller.`,
  );
}

function explainKind(recognised: string | undefined): string {
  const was =
    recognised === undefined ? 'was not recognised by its content' : `is ${recognised} by its content`;
  return `This file ${was}, whatever its name says. Taken are ${acceptedKindsInWords}.`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
