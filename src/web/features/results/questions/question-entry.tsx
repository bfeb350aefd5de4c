import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { nameHold, nameOutcome } from '#web/session/flag-names.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Tag } from '#web/ui/tag.tsx';
import type { Question } from './group-questions.ts';
import { FlagWords } from './question-words.tsx';
import styles from './questions.module.css';

export const entryId = (flagId: string) => `question-${flagId}`;

function Ending({ settled }: { readonly settled: NonNullable<Question['settled']> }) {
  return (
    <p className={styles.ending}>
      {settled.outcome !== null && <Tag tone="good">{nameOutcome(settled.outcome)}</Tag>}{' '}
      <Say
        text="Settled by {name}, {when}"
        values={{ name: settled.by.name, when: <RelativeTime at={settled.at} /> }}
      />
      {settled.note !== '' && `: ${settled.note}`}
    </p>
  );
}

interface QuestionEntryProps {
  readonly projectId: string;
  readonly question: Question;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  /** What can be done, where this is the current one. */
  readonly children: ReactNode;
}

/** One question: who asked what about which item. Enter opens the item. */
export function QuestionEntry(props: QuestionEntryProps) {
  const { projectId, question, isCurrent, children } = props;
  const { itemId, by, createdAt, promptPreview, hold, settled } = question;
  return (
    <li
      id={entryId(question.flagId)}
      className={styles.entry}
      aria-current={isCurrent || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: J and K move the focus through the questions
      tabIndex={0}
      onFocus={props.onFocus}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) props.onOpen();
      }}
    >
      <p className={styles.head}>
        <strong>{by.name}</strong> <RelativeTime at={createdAt} />
        {hold !== 'none' && <Tag tone="warn">{nameHold(hold)}</Tag>}
        <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId }} className={styles.item}>
          {promptPreview === '' ? say('Empty prompt') : promptPreview}
        </Link>
      </p>
      <FlagWords {...question} />
      {settled !== null && <Ending settled={settled} />}
      {children}
    </li>
  );
}
