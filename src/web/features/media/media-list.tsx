import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { deleteMedia, type Media } from '#contract/media.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { type MediaLinks, useMediaLinks } from '#web/session/media-links.ts';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { formatBytes, formatCount, formatDuration } from '#web/ui/format-number.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { MediaView } from '#web/ui/media/media-view.tsx';
import { showToast } from '#web/ui/toast.tsx';
import styles from './media-list.module.css';
import { mediaQuery } from './media-queries.ts';
import { Thumbnail } from './thumbnail.tsx';

function measure({ width, height, durationMs }: Media): string {
  if (width !== null && height !== null) return `${formatCount(width)} × ${formatCount(height)}`;
  return durationMs === null ? '' : formatDuration(durationMs);
}

/** What a project has: looked at, named in files to import, deleted where no item shows it. */
export function MediaList({ projectId }: { readonly projectId: string }) {
  const pages = useInfiniteQuery(mediaQuery(projectId));
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const links = useMediaLinks(
    projectId,
    rows.map((row) => row.mediaId),
  );
  const [shown, setShown] = useState<Media | null>(null);
  const remove = useDelete(projectId);
  return (
    <>
      <Loaded from={pages} title={say('Media could not be loaded')}>
        {() => (
          <DataTable
            label={say('Media')}
            columns={columnsOf({ links, onOpen: setShown, onDelete: remove.mutate })}
            rows={rows}
            rowKey={(row) => row.name}
            empty={
              <EmptyState title={say('No media yet')}>
                {say(
                  'Files that you add can be named in files to import, as attachments of messages and responses.',
                )}
              </EmptyState>
            }
            onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
            loadingMore={pages.isFetchingNextPage}
          />
        )}
      </Loaded>
      {shown && <ShownMedia media={shown} links={links} onClose={() => setShown(null)} />}
    </>
  );
}

interface RowActs {
  readonly links: MediaLinks;
  readonly onOpen: (media: Media) => void;
  readonly onDelete: (media: Media) => void;
}

function columnsOf({ links, onOpen, onDelete }: RowActs): readonly Column<Media>[] {
  return [
    {
      key: 'name',
      label: say('Name'),
      grows: true,
      cell: (row) => (
        <button type="button" className={styles.open} onClick={() => onOpen(row)}>
          <Thumbnail media={row} link={links.find(row.mediaId)} />
          <bdi className={styles.name}>{row.name}</bdi>
        </button>
      ),
    },
    {
      key: 'measure',
      label: say('Size'),
      wideOnly: true,
      cell: (row) => <span className={styles.whole}>{measure(row)}</span>,
    },
    {
      key: 'bytes',
      label: say('Bytes'),
      numeric: true,
      wideOnly: true,
      cell: (row) => formatBytes(row.bytes),
    },
    { key: 'items', label: say('Items'), numeric: true, cell: (row) => formatCount(row.items) },
    {
      key: 'acts',
      label: say('Acts'),
      labelHidden: true,
      cell: (row) => (
        <span className={styles.acts}>
          <CopyButton label={say('Copy the name of {name}', { name: row.name })} value={row.name} />
          <CopyButton label={say('Copy the id of {name}', { name: row.name })} value={row.mediaId} />
          <IconButton
            label={say('Delete {name}', { name: row.name })}
            icon={<Trash2 />}
            disabled={row.items > 0}
            onClick={() => onDelete(row)}
          />
        </span>
      ),
    },
  ];
}

interface ShownMediaProps {
  readonly media: Media;
  readonly links: MediaLinks;
  readonly onClose: () => void;
}

function ShownMedia({ media, links, onClose }: ShownMediaProps) {
  const link = links.find(media.mediaId);
  return (
    <Dialog open title={media.name} onClose={onClose} width={880}>
      {link && (
        <MediaView
          kind={link.kind}
          url={link.url}
          name={media.name}
          durationMs={link.durationMs}
          isReadOnly
        />
      )}
      {!link && !links.isLoading && <p>{say('This file cannot be shown just now.')}</p>}
    </Dialog>
  );
}

function useDelete(projectId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name }: Media) => api.call(deleteMedia, { params: { projectId }, query: { name } }),
    onSuccess: (_empty, { name }) => void showToast(say('{name} is deleted.', { name })),
    onError: (error) => void showToast(errorText(error), { tone: 'bad' }),
    onSettled: () => void queries.invalidateQueries(mediaQuery(projectId)),
  });
}
