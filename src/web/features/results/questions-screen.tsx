import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { say } from '#web/messages/say.ts';
import { nameReason } from '#web/session/flag-names.ts';
import type { LiveState } from '#web/session/follow-events.ts';
import { useProject } from '#web/session/use-project.ts';
import { useProjectEvents } from '#web/session/use-project-events.ts';
import { useCan } from '#web/session/use-session.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { LiveDot } from '#web/ui/live-dot.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { joinRubrics } from './answers/answer-matrix.ts';
import { createThrottle } from './overview/throttle.ts';
import { groupQuestions } from './questions/group-questions.ts';
import { QuestionGroups } from './questions/question-groups.tsx';
import styles from './questions/questions.module.css';
import { type QuestionFilters, questionFiltersOf, questionsQuery, useRubrics } from './results-queries.ts';

/** Reads the list anew when something happens in the project, at most once a second. */
function useLiveQuestions(projectId: string): LiveState {
  const client = useQueryClient();
  const refresh = useMemo(
    () =>
      createThrottle(
        () => void client.invalidateQueries({ queryKey: ['results', projectId, 'questions'] }),
        1_000,
      ),
    [client, projectId],
  );
  return useProjectEvents(projectId, (name) => {
    if (name === 'progress') refresh();
  });
}

interface Count {
  readonly kind: string;
  readonly count: number;
}

function FilterBar(props: {
  readonly filters: QuestionFilters;
  readonly counts: readonly Count[];
  readonly onChange: (filters: { state?: string; kind?: string }) => void;
}) {
  const { filters, counts, onChange } = props;
  const { state, kind } = filters;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const named = kind === undefined || counts.some((each) => each.kind === kind) ? [] : [{ kind, count: 0 }];
  return (
    <div className={styles.bar}>
      <Segmented
        label={say('Which questions')}
        options={[
          { value: 'open', label: say('Not settled') },
          { value: 'settled', label: say('Settled') },
        ]}
        value={state}
        onChange={(value) =>
          onChange({ ...(value === 'settled' && { state: value }), ...(kind && { kind }) })
        }
      />
      <div>
        <SelectField
          label={say('Kind')}
          labelHidden
          options={[
            { value: '', label: say('All kinds ({count, number})', { count: all }) },
            ...[...counts, ...named].map((each) => ({
              value: each.kind,
              label: say('{kind} ({count, number})', { kind: nameReason(each.kind), count: each.count }),
            })),
          ]}
          value={kind ?? ''}
          onChange={(value) =>
            onChange({ ...(state === 'settled' && { state }), ...(value !== '' && { kind: value }) })
          }
        />
      </div>
    </div>
  );
}

/** Everything that annotators ask or report, by what it is about. */
export function QuestionsScreen() {
  const from = '/shell/projects/$projectId/questions';
  const { projectId } = useParams({ from });
  const filters = questionFiltersOf(useSearch({ from }));
  const navigate = useNavigate({ from: '/projects/$projectId/questions' });
  const project = useProject(projectId);
  const can = useCan();
  const live = useLiveQuestions(projectId);
  const questions = useInfiniteQuery(questionsQuery(projectId, filters));
  const rubric = joinRubrics(useRubrics(projectId, [project.rubricVersion]));
  return (
    <Page>
      <PageHeader
        title={say('Questions')}
        summary={say('What annotators flagged, and what the rubric does not settle.')}
        actions={<LiveDot state={live} />}
      />
      <FilterBar
        filters={filters}
        counts={questions.data?.pages[0]?.counts ?? []}
        onChange={(search) => void navigate({ search, replace: true })}
      />
      <Loaded from={questions} lines={8} title={say('Questions could not be loaded')}>
        {({ pages }) => {
          const groups = groupQuestions(pages.flatMap(({ rows }) => rows));
          const maySettle = can('settle_flags', project.roles);
          if (groups.length > 0) return <QuestionGroups {...{ projectId, groups, rubric, maySettle }} />;
          return filters.state === 'open' ? (
            <EmptyState title={say('No question is open')}>
              {say('Flags, and what the rubric does not settle, appear here at once.')}
            </EmptyState>
          ) : (
            <EmptyState title={say('No question has been settled yet')} />
          );
        }}
      </Loaded>
      {questions.hasNextPage && (
        <Button
          size="small"
          busy={questions.isFetchingNextPage}
          onClick={() => void questions.fetchNextPage()}
        >
          {say('Load more')}
        </Button>
      )}
    </Page>
  );
}
