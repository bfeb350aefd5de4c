import type { Attachment, MediaKind } from '#domain/items/item.ts';

export interface KnownMedia {
  readonly sha256: string;
  readonly name: string;
  readonly kind: MediaKind;
}

/**
 * Finds uploaded files for rows that name them: by the exact name, in whatever way its accents are written, or by the
 * sha256 in hex. A name goes before a hash.
 */
export function createAttachmentFinder(
  known: readonly KnownMedia[],
): (idOrName: string) => Attachment | undefined {
  const byHash = new Map(known.map((media) => [media.sha256, media]));
  const byName = new Map(known.map((media) => [media.name, media]));
  return (wanted) => {
    const found = byName.get(wanted.normalize('NFC')) ?? byHash.get(wanted.toLowerCase());
    return found && { mediaId: found.sha256, kind: found.kind, name: found.name };
  };
}
