import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { JudgmentFilterBar } from './judgments/judgment-filter-bar.tsx';
import { toJudgmentQuery } from './judgments/judgment-filters.ts';
import { JudgmentList } from './judgments/judgment-list.tsx';
import styles from './judgments/judgments.module.css';
import { judgmentsQuery } from './results-queries.ts';

/** Every judgment, newest first, narrowed by filters that stand in the address. */
export function JudgmentsScreen() {
  const from = '/shell/projects/$projectId/judgments';
  const { projectId } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: '/projects/$projectId/judgments' });
  const judgments = useInfiniteQuery(judgmentsQuery(projectId, toJudgmentQuery(search)));
  const isFiltered = Object.keys(search).length > 0;
  const showAll = <Button onClick={() => void navigate({ search: {} })}>{say('Show all judgments')}</Button>;
  return (
    <Page>
      <PageHeader title={say('Judgments')} summary={say('Newest first. Open a row to see every answer.')} />
      <JudgmentFilterBar
        projectId={projectId}
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <Loaded from={judgments} lines={8} title={say('Judgments could not be loaded')}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length > 0) return <JudgmentList projectId={projectId} judgments={rows} />;
          return isFiltered ? (
            <EmptyState title={say('No judgment fits these filters')} action={showAll} />
          ) : (
            <EmptyState title={say('Nobody has judged yet')}>
              {say('Judgments appear here as soon as annotators submit them.')}
            </EmptyState>
          );
        }}
      </Loaded>
      {judgments.hasNextPage && (
        <div className={styles.more}>
          <Button
            size="small"
            busy={judgments.isFetchingNextPage}
            onClick={() => void judgments.fetchNextPage()}
          >
            {say('Load more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
