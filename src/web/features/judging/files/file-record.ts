import type { MediaLink } from '#contract/media.ts';
import { findMediaType } from '#domain/media/media-type.ts';
import type { KnownFile } from './plan-files.ts';

/** A file as the device has it; without its bytes where it is only noted that they are not kept. */
export interface FileRecord {
  readonly blob: Blob | null;
  readonly bytes: number;
  readonly durationMs: number | null;
}

/** Reads what the device has under a name; undefined where another version of the page wrote it. */
export function readFileRecord(value: unknown): FileRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { blob, bytes, durationMs } = value as Partial<Record<keyof FileRecord, unknown>>;
  const isRecord =
    (blob === null || blob instanceof Blob) &&
    typeof bytes === 'number' &&
    (durationMs === null || typeof durationMs === 'number');
  return isRecord ? { blob, bytes, durationMs } : undefined;
}

export function noteFile({ bytes, durationMs }: MediaLink | FileRecord): FileRecord {
  return { blob: null, bytes, durationMs };
}

export function knowFile({ blob, bytes }: FileRecord): KnownFile {
  return { bytes, isHere: blob !== null };
}

/**
 * Makes the record of a file that came. Its type is the one that the server found in its content, and only where such
 * files are taken: nothing that could run as a page is ever kept. Undefined where it is not that file, or not whole.
 */
export function recordFile(link: MediaLink, arrived: Blob): FileRecord | undefined {
  const type = findMediaType(link.contentType);
  if (type?.kind !== link.kind || arrived.size !== link.bytes) return undefined;
  return {
    blob: arrived.slice(0, arrived.size, type.contentType),
    bytes: link.bytes,
    durationMs: link.durationMs,
  };
}
