import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useReducer } from 'react';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { joinRubrics } from '#web/features/results/answers/answer-matrix.ts';
import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { itemQuery, useRubrics } from '#web/features/results/results-queries.ts';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { Button } from '#web/ui/button.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import styles from './adjudication.module.css';
import { type Adjudication, adjudicationQuery } from './adjudication-queries.ts';
import type { FinalDesk } from './final-desk-props.ts';
import { SettleItem } from './settle-item.tsx';
import { useDisputedNeighbours } from './use-disputed-neighbours.ts';
import { withLetters } from './with-letters.ts';

interface SettleScreenProps {
  readonly FinalDesk: FinalDesk;
}

interface SettledProps extends SettleScreenProps {
  readonly projectId: string;
  readonly item: ItemDetail;
  readonly current: Adjudication | null;
  readonly onDone: () => void;
}

/** One item: everybody's answers, or the judging screen while somebody writes their own. */
function Settling({ FinalDesk, projectId, item, current, onDone }: SettledProps) {
  const project = useProject(projectId);
  const mayManage = useCan()('manage_project', project.roles);
  const versions = item.judgments.map(({ rubricVersion }) => rubricVersion);
  const rubrics = useRubrics(projectId, [project.rubricVersion, ...versions]);
  const rubric = joinRubrics(rubrics);
  const newest = useRubrics(projectId, [project.rubricVersion])[0];
  const [writing, setWriting] = useReducer(
    (_: unknown, next: { onSend: (answers: never) => void } | null) => next,
    null,
  );
  const shown = withLetters(item, mayManage);
  if (rubric === undefined || newest === undefined) return null;
  return (
    <>
      {writing !== null && (
        <div className={styles.over}>
          <FinalDesk
            {...{ projectId, item }}
            rubric={newest}
            answers={current?.answers ?? emptyAnswers}
            onLeave={() => setWriting(null)}
            onSend={(answers) => {
              writing.onSend(answers as never);
              setWriting(null);
            }}
            acts={(send) => (
              <>
                <Button variant="quiet" keyHint="Escape" onClick={() => setWriting(null)}>
                  {say('Cancel')}
                </Button>
                <Button variant="primary" keyHint="Enter" onClick={send}>
                  {say('Use this answer')}
                </Button>
              </>
            )}
          />
        </div>
      )}
      <SettleItem
        {...{ projectId, project, rubric, current, mayManage, onDone }}
        item={shown}
        isCovered={writing !== null}
        onWrite={(onSend) => setWriting({ onSend })}
      />
    </>
  );
}

/** Where one item gets its final answer. */
export function SettleScreen({ FinalDesk }: SettleScreenProps) {
  const from = '/shell/projects/$projectId/adjudication/$itemId';
  const { projectId, itemId } = useParams({ from });
  const search = useSearch({ from });
  const item = useQuery(itemQuery(projectId, itemId));
  const found = useQuery(adjudicationQuery(projectId, itemId));
  const neighbours = useDisputedNeighbours(projectId, itemId, search);
  return (
    <Page width="full">
      <div className={styles.width}>
        <PageHeader
          title={say('Settle an item')}
          summary={
            <Link to="/projects/$projectId/adjudication" params={{ projectId }} search={search}>
              {say('All items on which people differ')}
            </Link>
          }
          actions={
            <>
              <IconButton
                label={say('Previous item')}
                keyHint="["
                icon={<ChevronLeft />}
                disabled={neighbours.previous === undefined}
                onClick={() => neighbours.go('previous')}
              />
              <IconButton
                label={say('Next item')}
                keyHint="]"
                icon={<ChevronRight />}
                disabled={neighbours.next === undefined}
                onClick={() => neighbours.go('next')}
              />
            </>
          }
        />
        <Loaded from={item} lines={12} title={say('This item could not be loaded')}>
          {(data) =>
            found.data && (
              <Settling
                key={`${itemId} ${found.data.current?.adjudicationId ?? ''}`}
                {...{ FinalDesk, projectId }}
                item={data}
                current={found.data.current}
                onDone={() => neighbours.go('next')}
              />
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}
