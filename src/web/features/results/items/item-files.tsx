import { useParams } from '@tanstack/react-router';
import type { Attachment } from '#domain/items/item.ts';
import { say } from '#web/messages/say.ts';
import { useMediaLinks } from '#web/session/media-links.ts';
import { MediaView } from '#web/ui/media/media-view.tsx';
import type { RegionMark } from '#web/ui/media/region-shape.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import styles from './item.module.css';

export interface FileMark extends RegionMark {
  readonly mediaId: string;
}

interface ItemFilesProps {
  readonly attachments: readonly Attachment[] | undefined;
  /** Everybody's, under the names of those who made them. */
  readonly marks: readonly FileMark[];
}

/** The files of a message or a response with what everybody marked in them, to look at. */
export function ItemFiles({ attachments = [], marks }: ItemFilesProps) {
  const { projectId = '' } = useParams({ strict: false });
  const links = useMediaLinks(
    projectId,
    attachments.map(({ mediaId }) => mediaId),
  );
  return attachments.map(({ mediaId, kind, name, alt }) => {
    const link = links.find(mediaId);
    if (link === undefined && links.isLoading) return <Skeleton key={mediaId} lines={3} />;
    if (link === undefined) return <p key={mediaId}>{say('“{name}” is not there.', { name })}</p>;
    return (
      <figure key={mediaId} className={styles.file}>
        <MediaView
          {...{ kind, name, alt }}
          url={link.url}
          durationMs={link.durationMs}
          marks={marks.filter((mark) => mark.mediaId === mediaId)}
          isReadOnly
        />
      </figure>
    );
  });
}
