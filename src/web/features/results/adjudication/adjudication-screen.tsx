import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { rubricVersionQuery } from '#web/features/results/results-queries.ts';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { formatShare } from '#web/ui/format-number.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import styles from './adjudication.module.css';
import {
  type DisputedItem,
  type DisputedSearch,
  disputedQuery,
  precedentsQuery,
} from './adjudication-queries.ts';
import { causes } from './cause-words.ts';

const from = '/shell/projects/$projectId/adjudication';

function columns(projectId: string, search: DisputedSearch): readonly Column<DisputedItem>[] {
  const labelOf = (cause: DisputedItem['cause']) => causes.find((one) => one.cause === cause)?.label;
  return [
    {
      key: 'prompt',
      label: say('Prompt'),
      grows: true,
      cell: ({ itemId, promptPreview }) => (
        <Link to="/projects/$projectId/adjudication/$itemId" params={{ projectId, itemId }} search={search}>
          {promptPreview === '' ? say('Empty prompt') : promptPreview}
        </Link>
      ),
    },
    {
      key: 'cause',
      label: say('Cause'),
      wideOnly: true,
      cell: ({ cause }) => {
        const label = labelOf(cause);
        return label && <Tag>{say(label)}</Tag>;
      },
    },
    {
      key: 'answers',
      label: say('Different answers'),
      numeric: true,
      wideOnly: true,
      cell: (row) => row.answers,
    },
    {
      key: 'judgments',
      label: say('Judgments'),
      numeric: true,
      wideOnly: true,
      cell: (row) => row.judgments,
    },
    {
      key: 'disagreement',
      label: say('Pairs that differ'),
      numeric: true,
      cell: ({ disagreement }) => formatShare(disagreement),
    },
  ];
}

function Precedents({ projectId }: { readonly projectId: string }) {
  const [search, setSearch] = useState('');
  const found = useQuery(precedentsQuery(projectId, search.trim()));
  const list = found.data?.precedents ?? [];
  if (search === '' && list.length === 0) return null;
  return (
    <div className={styles.cases}>
      <Section
        title={say('Precedents')}
        summary={say('What was decided once and holds for the next such case.')}
      >
        <TextField
          label={say('Search in precedents')}
          labelHidden
          type="search"
          placeholder={say('Search in precedents')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <ul className={styles.precedents}>
          {list.map(({ precedentId, itemId, section, words, promptPreview }) => (
            <li key={precedentId}>
              {section !== '' && <Tag>{section}</Tag>}
              <p dir="auto">{words}</p>
              <Link
                to="/projects/$projectId/adjudication/$itemId"
                params={{ projectId, itemId }}
                className={styles.soft}
              >
                {promptPreview}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** Counted no further than this. */
const mostCounted = 10_000;

function summary(
  { total, isCounting }: { readonly total: number; readonly isCounting: boolean },
  state: 'open' | 'settled',
): string {
  const isMore = total >= mostCounted;
  if (state === 'settled')
    return isMore
      ? say('{total, number} items settled, or more', { total })
      : say('{total, plural, one {# item settled} other {# items settled}}', { total });
  const counted = isMore
    ? say('People differ on {total, number} items or more', { total })
    : say(
        '{total, plural, =0 {People differ on no item} one {People differ on # item} other {People differ on # items}}',
        { total },
      );
  return isCounting ? say('{counted}; newer judgments are still being looked at', { counted }) : counted;
}

/** Items on which people differ, most first, and what was decided before. */
export function AdjudicationScreen() {
  const { projectId } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: '/projects/$projectId/adjudication' });
  const project = useProject(projectId);
  const disputed = useInfiniteQuery(disputedQuery(projectId, search));
  const rubric = useQuery({
    ...rubricVersionQuery(projectId, project.rubricVersion),
    enabled: project.rubricVersion > 0,
  });
  const state = search.state === 'settled' ? 'settled' : 'open';
  const [first] = disputed.data?.pages ?? [];
  const look = (part: DisputedSearch) => void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <Page>
      <PageHeader title={say('Adjudication')} summary={first && summary(first, state)} />
      <div className={styles.filters}>
        <Segmented
          label={say('Which items')}
          value={state}
          options={[
            { value: 'open', label: say('To settle') },
            { value: 'settled', label: say('Settled') },
          ]}
          onChange={(value) => look({ state: value })}
        />
        <SelectField
          label={say('Criterion')}
          labelHidden
          value={search.criterion ?? ''}
          options={[
            { value: '', label: say('Overall') },
            ...(rubric.data?.rubric.criteria ?? []).map(({ key, label }) => ({ value: key, label })),
          ]}
          onChange={(criterion) => look({ criterion })}
        />
      </div>
      <Loaded from={disputed} lines={8} title={say('The list could not be loaded')}>
        {({ pages }) => (
          <DataTable
            label={say('Items on which people differ')}
            columns={columns(projectId, search)}
            rows={pages.flatMap(({ rows }) => rows)}
            onMore={disputed.hasNextPage ? () => void disputed.fetchNextPage() : undefined}
            loadingMore={disputed.isFetchingNextPage}
            rowKey={({ itemId }) => itemId}
            empty={
              <EmptyState title={state === 'open' ? say('Nothing to settle') : say('Nothing settled yet')}>
                {say('Items appear here once two or more people have judged them differently.')}
              </EmptyState>
            }
          />
        )}
      </Loaded>
      <Precedents projectId={projectId} />
    </Page>
  );
}
