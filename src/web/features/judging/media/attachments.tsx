import type { Attachment } from '#domain/items/item.ts';
import { readPart } from '#web/features/judging/fetched/fetched-parts.ts';
import { useScene } from '#web/features/judging/parts/scene.ts';
import { FileNames } from './file-names.tsx';

interface AttachmentsProps {
  readonly attachments: readonly Attachment[] | undefined;
}

/** The pictures, sounds, films and documents of a message or a response, with what was marked in them. */
export function Attachments({ attachments = [] }: AttachmentsProps) {
  const scene = useScene();
  if (attachments.length === 0) return null;
  // A task that is laid out ahead keeps the room; its files are shown once it is.
  if (scene === null) return <FileNames attachments={attachments} />;
  const TaskFiles = readPart('media');
  return TaskFiles === undefined ? null : <TaskFiles {...{ attachments, scene }} />;
}
