import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type Message, message, say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { DifferNotice, isNarrowed } from './items/differ-notice.tsx';
import { itemColumns } from './items/item-columns.tsx';
import { type ItemState, itemFiltersOf, itemStateOf, itemsQuery } from './results-queries.ts';

const stateOptions = [
  { value: 'all', label: message('All') },
  { value: 'untouched', label: message('Untouched') },
  { value: 'started', label: message('Begun') },
  { value: 'done', label: message('Done') },
  { value: 'flagged', label: message('Flagged') },
  { value: 'held', label: message('Held') },
] as const;

const emptyWords: Readonly<Record<ItemState, Message>> = {
  untouched: message('Every item has been begun'),
  started: message('No item is half done'),
  done: message('No item is done yet'),
  flagged: message('No flag is open'),
  held: message('No item is held'),
};

function NoItems({
  projectId,
  state,
  isNarrowed,
}: {
  readonly projectId: string;
  readonly state: ItemState | undefined;
  /** By something else than the state. */
  readonly isNarrowed: boolean;
}) {
  const can = useCan();
  const { roles } = useProject(projectId);
  if (state !== undefined || isNarrowed) {
    const all = (
      <Link to="/projects/$projectId/items" params={{ projectId }} className={buttonClass()}>
        {say('Show all items')}
      </Link>
    );
    const title =
      state === undefined || isNarrowed ? say('No item fits these filters') : say(emptyWords[state]);
    return <EmptyState title={title} action={all} />;
  }
  const importing = can('import_items', roles) && (
    <Link
      to="/projects/$projectId/import"
      params={{ projectId }}
      className={buttonClass({ variant: 'primary' })}
    >
      {say('Import items')}
    </Link>
  );
  return (
    <EmptyState title={say('No items yet')} action={importing}>
      {say('An item is a prompt with the responses to judge. They come from a file.')}
    </EmptyState>
  );
}

/** Every item of the project in the order of the import. */
export function ItemsScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/items' });
  const search = useSearch({ from: '/shell/projects/$projectId/items' });
  const state = itemStateOf(search.state);
  const navigate = useNavigate({ from: '/projects/$projectId/items' });
  const { itemsTotal } = useProject(projectId);
  const items = useInfiniteQuery(itemsQuery(projectId, itemFiltersOf(search)));
  return (
    <Page>
      <PageHeader
        title={say('Items')}
        summary={
          itemsTotal > 0
            ? say('{items, plural, one {# item} other {# items}} in the order they were imported', {
                items: itemsTotal,
              })
            : undefined
        }
        actions={
          <Segmented
            label={say('Which items')}
            options={stateOptions.map(({ value, label }) => ({ value, label: say(label) }))}
            value={state ?? 'all'}
            onChange={(value) => {
              const { state: _state, ...others } = search;
              void navigate({ search: value === 'all' ? others : { ...others, state: value } });
            }}
          />
        }
      />
      <DifferNotice projectId={projectId} search={search} />
      <Loaded from={items} lines={8} title={say('Items could not be loaded')}>
        {({ pages }) => (
          <DataTable
            label={say('Items')}
            columns={itemColumns(projectId, search)}
            rows={pages.flatMap(({ rows }) => rows)}
            rowKey={({ itemId }) => itemId}
            empty={<NoItems projectId={projectId} state={state} isNarrowed={isNarrowed(search)} />}
            onMore={items.hasNextPage ? () => void items.fetchNextPage() : undefined}
            loadingMore={items.isFetchingNextPage}
          />
        )}
      </Loaded>
    </Page>
  );
}
