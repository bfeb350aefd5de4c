import type { MediaKind } from '#domain/items/item.ts';

export interface MediaType {
  readonly kind: MediaKind;
  /** What browsers are told, whatever the file or its sender claimed. */
  readonly contentType: string;
  readonly extension: string;
}

function type(kind: MediaKind, contentType: string, extension: string): MediaType {
  return { kind, contentType, extension };
}

/** The kinds of file that are taken, by the name that recognition by content gives them. Nothing here can hold a script. */
const mediaTypes = new Map<string, MediaType>([
  ['image/png', type('image', 'image/png', 'png')],
  // An animated PNG.
  ['image/apng', type('image', 'image/png', 'png')],
  ['image/jpeg', type('image', 'image/jpeg', 'jpg')],
  ['image/gif', type('image', 'image/gif', 'gif')],
  ['image/webp', type('image', 'image/webp', 'webp')],
  ['image/avif', type('image', 'image/avif', 'avif')],
  ['audio/mpeg', type('audio', 'audio/mpeg', 'mp3')],
  ['audio/wav', type('audio', 'audio/wav', 'wav')],
  ['audio/ogg', type('audio', 'audio/ogg', 'ogg')],
  ['audio/ogg; codecs=opus', type('audio', 'audio/ogg', 'ogg')],
  ['audio/flac', type('audio', 'audio/flac', 'flac')],
  ['audio/x-flac', type('audio', 'audio/flac', 'flac')],
  ['audio/mp4', type('audio', 'audio/mp4', 'm4a')],
  ['audio/x-m4a', type('audio', 'audio/mp4', 'm4a')],
  ['video/mp4', type('video', 'video/mp4', 'mp4')],
  ['video/webm', type('video', 'video/webm', 'webm')],
  ['application/pdf', type('pdf', 'application/pdf', 'pdf')],
]);

/** The type of a file by what its content was recognised as; undefined where such files are not taken. */
export function findMediaType(recognised: string | undefined): MediaType | undefined {
  return recognised === undefined ? undefined : mediaTypes.get(recognised);
}

/** The extension that a stored content type goes by. */
export function extensionOf(contentType: string): string {
  return mediaTypes.get(contentType)?.extension ?? 'bin';
}

const megabyte = 1_000_000;

/** How large a file of each kind may be. */
export const maxMediaBytes: Readonly<Record<MediaKind, number>> = {
  image: 30 * megabyte,
  audio: 200 * megabyte,
  video: 1_000 * megabyte,
  pdf: 100 * megabyte,
};

export const maxFileBytes = Math.max(...Object.values(maxMediaBytes));

/** A picture beyond this makes a browser's tab run out of memory while it is decoded. */
export const maxImageSide = 30_000;
export const maxImagePixels = 120_000_000;

export const acceptedKindsInWords =
  'PNG, JPEG, GIF, WebP or AVIF pictures, MP3, WAV, Ogg, FLAC or M4A sound, MP4 or WebM films, or PDF';
