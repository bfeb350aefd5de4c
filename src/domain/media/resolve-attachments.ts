import type { Attachment, MediaKind } from '#domain/items/item.ts';

/** How a row of a file names something that was uploaded before: by its name or its sha256. */
export type AttachmentReference =
  | string
  | { readonly name: string; readonly alt?: string | undefined }
  | { readonly sha256: string; readonly alt?: string | undefined };

export interface KnownMedia {
  readonly sha256: string;
  readonly name: string;
  readonly kind: MediaKind;
}

/** Finds an uploaded file by its name, or by its sha256 in hex. */
export type FindMedia = (nameOrHash: string) => KnownMedia | undefined;

export type ResolvedAttachments =
  | { readonly attachments: readonly Attachment[] }
  | { readonly problem: string };

/** More than this nobody looks at before judging a text. */
export const maxAttachments = 20;

function wantedOf(reference: AttachmentReference): string {
  if (typeof reference === 'string') return reference;
  return 'name' in reference ? reference.name : reference.sha256;
}

/** Turns the names in a row into attachments, or says which of them is not there. */
export function resolveAttachments(
  references: readonly AttachmentReference[],
  find: FindMedia,
): ResolvedAttachments {
  if (references.length > maxAttachments)
    return { problem: `${references.length} files are attached here; at most ${maxAttachments} may be.` };
  const attachments: Attachment[] = [];
  for (const reference of references) {
    const wanted = wantedOf(reference);
    const found = find(wanted);
    if (!found)
      return {
        problem: `This project has no media called "${wanted}". Upload it under Media, then import this row again.`,
      };
    const alt = typeof reference === 'string' ? undefined : reference.alt;
    attachments.push({
      mediaId: found.sha256,
      kind: found.kind,
      name: found.name,
      ...(alt === undefined ? {} : { alt }),
    });
  }
  return { attachments };
}

/** Looks files up in a list: names win over hashes, and both are compared exactly. */
export function findMediaIn(known: readonly KnownMedia[]): FindMedia {
  const byHash = new Map(known.map((media) => [media.sha256, media]));
  const byName = new Map(known.map((media) => [media.name, media]));
  return (wanted) => byName.get(wanted.normalize('NFC')) ?? byHash.get(wanted.toLowerCase());
}
