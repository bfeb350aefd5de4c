import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { formatCount } from '#web/ui/format-number.ts';
import { Kbd } from '#web/ui/kbd.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Section } from '#web/ui/section.tsx';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { AboutGold, goldLinkId } from './about-gold.tsx';
import styles from './gold.module.css';
import { GoldActs } from './gold-acts.tsx';
import { GoldFilterBar } from './gold-filters.tsx';
import { allGold, type GoldOverview, type GoldRow, goldListQuery, isNarrowed } from './gold-queries.ts';
import { sayAccuracy } from './gold-words.ts';
import { useGoldActs } from './use-gold-acts.ts';

interface Current {
  readonly itemId: string | null;
  readonly set: (itemId: string) => void;
}

function columnsOf(projectId: string, current: Current): Column<GoldRow>[] {
  return [
    {
      key: 'gold',
      label: say('Item'),
      grows: true,
      cell: (gold) => (
        <AboutGold projectId={projectId} gold={gold} onFocus={() => current.set(gold.itemId)} />
      ),
    },
    {
      key: 'served',
      label: say('Given out'),
      numeric: true,
      wideOnly: true,
      cell: ({ served }) => formatCount(served),
    },
    {
      key: 'passed',
      label: say('Passed'),
      numeric: true,
      wideOnly: true,
      cell: ({ accuracy }) => sayAccuracy(accuracy),
    },
    {
      key: 'acts',
      label: say('Acts'),
      labelHidden: true,
      cell: (gold) => (
        <GoldActs
          projectId={projectId}
          gold={gold}
          isCurrent={gold.itemId === current.itemId}
          onFocus={() => current.set(gold.itemId)}
        />
      ),
    },
  ];
}

/** J and K move the focus from gold to gold; the one that has it takes the acts. */
function useMoving(rows: readonly GoldRow[], currentId: string | null): void {
  const at = rows.findIndex(({ itemId }) => itemId === currentId);
  const focus = (place: number) => {
    const row = rows[Math.min(Math.max(0, place), rows.length - 1)];
    if (row) document.getElementById(goldLinkId(row.itemId))?.focus();
  };
  const group = say('Gold items');
  useShortcuts([
    { keys: 'J', label: say('Next gold'), group, run: () => focus(at + 1) },
    { keys: 'K', label: say('Previous gold'), group, run: () => focus(at - 1) },
  ]);
}

interface GoldListProps {
  readonly projectId: string;
  readonly choices: GoldOverview['choices'];
}

/** The project's gold, narrowed as wanted; drafts can be served all at once, and every act has its key. */
export function GoldList({ projectId, choices }: GoldListProps) {
  const [filter, setFilter] = useState(allGold);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const list = useInfiniteQuery(goldListQuery(projectId, filter));
  const { setState } = useGoldActs(projectId);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const drafts = rows.filter(({ state, isUsable }) => state === 'draft' && isUsable);
  useMoving(rows, currentId);
  return (
    <Section
      title={say('Gold items')}
      summary={say(
        'Served gold is set aside: its items are given out as gold only, and count for nothing else.',
      )}
      actions={
        drafts.length > 0 && (
          <Button
            busy={setState.isPending}
            onClick={() => setState.mutate({ itemIds: drafts.map(({ itemId }) => itemId), state: 'active' })}
          >
            {say('{count, plural, one {Serve # draft} other {Serve # drafts}}', { count: drafts.length })}
          </Button>
        )
      }
    >
      <div className={styles.list}>
        <GoldFilterBar filter={filter} choices={choices} onChange={setFilter} />
        {rows.length > 1 && (
          <p className={styles.keys}>
            <Kbd keys="J" /> <Kbd keys="K" /> {say('go through the list')}
          </p>
        )}
        <Loaded from={list} title={say('Gold could not be loaded')}>
          {() => (
            <DataTable
              label={say('Gold items')}
              rows={rows}
              rowKey={({ itemId }) => itemId}
              columns={columnsOf(projectId, { itemId: currentId, set: setCurrentId })}
              empty={
                <EmptyState title={say('No gold here')}>
                  {isNarrowed(filter)
                    ? say('None is like that: take a filter away.')
                    : say(
                        'Give an item its answer on its own page, make gold of an import’s verdicts, or of items on which everybody agreed.',
                      )}
                </EmptyState>
              }
              onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
              loadingMore={list.isFetchingNextPage}
            />
          )}
        </Loaded>
      </div>
    </Section>
  );
}
