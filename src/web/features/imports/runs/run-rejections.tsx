import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { downloadRejections, type ImportRun } from '#contract/imports.ts';
import { RejectionList } from '#web/features/imports/choices/rejection-list.tsx';
import { rejectionsQuery } from '#web/features/imports/imports-queries.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import styles from './runs.module.css';

/** The rows of an import that were not taken, and the whole list to take away. */
export function RunRejections({ projectId, run }: { readonly projectId: string; readonly run: ImportRun }) {
  const found = useInfiniteQuery(rejectionsQuery(projectId, run.id, run.rejected));
  return (
    <div className={styles.rejections}>
      <a
        className={buttonClass({ size: 'small' })}
        href={api.urlOf(downloadRejections, { params: { projectId, importId: run.id } })}
        download
      >
        <Download aria-hidden="true" />
        {say('Download as CSV')}
      </a>
      <Loaded from={found} title={say('Rejected rows could not be loaded')}>
        {({ pages }) => (
          <RejectionList
            rejections={pages.flatMap(({ rows }) => rows)}
            onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
            loadingMore={found.isFetchingNextPage}
          />
        )}
      </Loaded>
    </div>
  );
}
