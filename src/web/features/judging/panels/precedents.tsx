import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listPrecedentsBeside } from '#contract/adjudication.ts';
import type { ResponseOf } from '#contract/route.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './precedents.module.css';

type Precedent = ResponseOf<typeof listPrecedentsBeside>['precedents'][number];

interface PrecedentsProps {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly criteria: readonly Criterion[];
  /** The criterion on which help was asked: what is about it comes first. */
  readonly criterionKey: string | null;
  /** What is searched in the guidelines. */
  readonly search: string;
}

/** What was decided on other items: not before somebody asks, since it may lean on the judgment. */
export function Precedents(props: PrecedentsProps) {
  const [isAsked, setIsAsked] = useState(false);
  return (
    <section className={styles.precedents} aria-label={say('Precedents')}>
      <Button size="small" aria-expanded={isAsked} onClick={() => setIsAsked((before) => !before)}>
        {isAsked ? say('Hide precedents') : say('Show precedents')}
      </Button>
      {isAsked && <Found {...props} />}
    </section>
  );
}

function Found({ projectId, assignmentId, criteria, criterionKey, search }: PrecedentsProps) {
  const { data, isError } = useQuery({
    queryKey: ['precedents-beside', projectId, assignmentId, search],
    queryFn: ({ signal }) =>
      api.call(listPrecedentsBeside, {
        params: { projectId, assignmentId },
        query: search === '' ? {} : { search },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (isError)
    return <p className={styles.none}>{say('Precedents could not be loaded. Hide them and try again.')}</p>;
  if (data === undefined) return <Skeleton lines={3} />;
  if (data.precedents.length === 0)
    return (
      <p className={styles.none}>
        {search === ''
          ? say('Nothing was decided on other items yet.')
          : say('No precedent holds these words.')}
      </p>
    );
  const labels = new Map(criteria.map(({ key, label }) => [key, label]));
  const isAbout = (precedent: Precedent) => precedent.criterionKey === criterionKey;
  return (
    <ul className={styles.cases}>
      {data.precedents
        .toSorted((one, other) => Number(isAbout(other)) - Number(isAbout(one)))
        .map((precedent) => (
          <Case
            key={precedent.precedentId}
            precedent={precedent}
            criterion={labels.get(precedent.criterionKey)}
          />
        ))}
    </ul>
  );
}

function Case({ precedent, criterion }: { precedent: Precedent; criterion: string | undefined }) {
  return (
    <li>
      <div className={styles.head}>
        {criterion !== undefined && <Tag>{criterion}</Tag>}
        {precedent.section !== '' && <span>{precedent.section}</span>}
        <RelativeTime at={precedent.createdAt} />
      </div>
      <p dir="auto">{precedent.words}</p>
    </li>
  );
}
