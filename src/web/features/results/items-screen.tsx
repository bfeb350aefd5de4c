import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { countOf } from '#web/ui/format-number.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { itemColumns } from './items/item-columns.tsx';
import { type ItemState, itemStateOf, itemsQuery } from './results-queries.ts';

const stateOptions = [
  { value: 'all', label: 'All' },
  { value: 'untouched', label: 'Untouched' },
  { value: 'started', label: 'Begun' },
  { value: 'done', label: 'Done' },
  { value: 'flagged', label: 'Flagged' },
] as const;

const emptyWords: Readonly<Record<ItemState, string>> = {
  untouched: 'Every item has been begun',
  started: 'No item is half done',
  done: 'No item is done yet',
  flagged: 'No flag is open',
};

function NoItems({
  projectId,
  state,
}: {
  readonly projectId: string;
  readonly state: ItemState | undefined;
}) {
  const can = useCan();
  const { roles } = useProject(projectId);
  if (state !== undefined) {
    const all = (
      <Link to="/projects/$projectId/items" params={{ projectId }} className={buttonClass()}>
        Show all items
      </Link>
    );
    return <EmptyState title={emptyWords[state]} action={all} />;
  }
  const importing = can('import_items', roles) && (
    <Link
      to="/projects/$projectId/import"
      params={{ projectId }}
      className={buttonClass({ variant: 'primary' })}
    >
      Import items
    </Link>
  );
  return (
    <EmptyState title="No items yet" action={importing}>
      An item is a prompt with the responses to judge. They come from a file.
    </EmptyState>
  );
}

/** Every item of the project in the order of the import. */
export function ItemsScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/items' });
  const state = itemStateOf(useSearch({ from: '/shell/projects/$projectId/items' }).state);
  const navigate = useNavigate({ from: '/projects/$projectId/items' });
  const { itemsTotal } = useProject(projectId);
  const items = useInfiniteQuery(itemsQuery(projectId, state));
  return (
    <Page>
      <PageHeader
        title="Items"
        summary={
          itemsTotal > 0 ? `${countOf(itemsTotal, 'item')} in the order they were imported` : undefined
        }
        actions={
          <Segmented
            label="Which items"
            options={stateOptions}
            value={state ?? 'all'}
            onChange={(value) => void navigate({ search: value === 'all' ? {} : { state: value } })}
          />
        }
      />
      <Loaded from={items} lines={8} title="Items could not be loaded">
        {({ pages }) => (
          <DataTable
            label="Items"
            columns={itemColumns(projectId, state)}
            rows={pages.flatMap(({ rows }) => rows)}
            rowKey={({ itemId }) => itemId}
            empty={<NoItems projectId={projectId} state={state} />}
            onMore={items.hasNextPage ? () => void items.fetchNextPage() : undefined}
            loadingMore={items.isFetchingNextPage}
          />
        )}
      </Loaded>
    </Page>
  );
}
