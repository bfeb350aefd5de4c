import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { formatCount } from '#web/ui/format-number.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { Section } from '#web/ui/section.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './gold.module.css';
import { GoldActs } from './gold-acts.tsx';
import { type GoldFilter, type GoldRow, goldListQuery } from './gold-queries.ts';
import {
  difficultyWords,
  purposeWords,
  sayAccuracy,
  sayUnusable,
  sourceWords,
  stateWords,
} from './gold-words.ts';
import { useGoldActs } from './use-gold-acts.ts';

const filters = ['all', 'draft', 'active', 'suspect', 'retired'] as const;
const tones = { draft: 'neutral', active: 'good', suspect: 'bad', retired: 'neutral' } as const;

function AboutGold({ projectId, gold }: { readonly projectId: string; readonly gold: GoldRow }) {
  const { suspicion } = gold;
  return (
    <div className={styles.item}>
      <Link
        className={styles.preview}
        to="/projects/$projectId/items/$itemId"
        params={{ projectId, itemId: gold.itemId }}
      >
        {gold.promptPreview}
      </Link>
      <div className={styles.about}>
        <Tag tone={tones[gold.state]}>{say(stateWords[gold.state])}</Tag>
        <span>{say(purposeWords[gold.purpose])}</span>
        <span>{say(difficultyWords[gold.difficulty])}</span>
        <span>
          {say('{source}, by {name}', { source: say(sourceWords[gold.source]), name: gold.madeBy.name })}
        </span>
        {gold.concepts.map((concept) => (
          <Tag key={concept}>{concept}</Tag>
        ))}
        {gold.isWrong && <Tag tone="warn">{say('Was wrong')}</Tag>}
      </div>
      {suspicion !== null && gold.state === 'suspect' && (
        <div className={styles.about}>
          {say(
            '{failed, number} of {people, number} good annotators failed it, where about {expected} would by their usual mistakes.',
            {
              failed: suspicion.failed,
              people: suspicion.goodPeople,
              expected: suspicion.expectedFailures.toFixed(1),
            },
          )}
        </div>
      )}
      {gold.unusable.map((each) => (
        <div key={each.criterionKey} className={styles.about}>
          {sayUnusable(each)}
        </div>
      ))}
    </div>
  );
}

function columnsOf(projectId: string): Column<GoldRow>[] {
  return [
    {
      key: 'gold',
      label: say('Item'),
      grows: true,
      cell: (gold) => <AboutGold projectId={projectId} gold={gold} />,
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
      cell: (gold) => <GoldActs projectId={projectId} gold={gold} />,
    },
  ];
}

/** The project's gold by state; drafts can be served all at once. */
export function GoldList({ projectId }: { readonly projectId: string }) {
  const [filter, setFilter] = useState<GoldFilter>('all');
  const list = useInfiniteQuery(goldListQuery(projectId, filter));
  const { setState } = useGoldActs(projectId);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const drafts = rows.filter(({ state, isUsable }) => state === 'draft' && isUsable);
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
      <div className={styles.parts}>
        <div className={styles.filter}>
          <Segmented
            label={say('Which gold')}
            value={filter}
            options={filters.map((value) => ({
              value,
              label: value === 'all' ? say('All') : say(stateWords[value]),
            }))}
            onChange={setFilter}
          />
        </div>
        <Loaded from={list} title={say('Gold could not be loaded')}>
          {() => (
            <DataTable
              label={say('Gold items')}
              rows={rows}
              rowKey={({ itemId }) => itemId}
              columns={columnsOf(projectId)}
              empty={
                <EmptyState title={say('No gold here')}>
                  {say(
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
