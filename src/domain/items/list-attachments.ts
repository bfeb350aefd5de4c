import type { Attachment, ItemContent } from './item.ts';

/** The files that an item shows, in the order of its texts. */
export function listAttachments({ prompt, responses }: ItemContent): Attachment[] {
  return [...prompt, ...responses].flatMap(({ attachments }) => attachments ?? []);
}
