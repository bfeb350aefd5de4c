import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Tag } from '#web/ui/tag.tsx';
import styles from './gold.module.css';
import type { GoldRow } from './gold-queries.ts';
import {
  difficultyWords,
  purposeWords,
  restWords,
  sayRest,
  sayUnusable,
  sourceWords,
  stateWords,
} from './gold-words.ts';

const tones = { draft: 'neutral', active: 'good', suspect: 'bad', retired: 'neutral' } as const;

/** The id of the link of a row, to which the keys of the list move the focus. */
export const goldLinkId = (itemId: string) => `gold-${itemId}`;

interface AboutGoldProps {
  readonly projectId: string;
  readonly gold: GoldRow;
  readonly onFocus: () => void;
}

/** What a gold is, and what is to be known of it. */
export function AboutGold({ projectId, gold, onFocus }: AboutGoldProps) {
  const { suspicion, rest } = gold;
  return (
    <div className={styles.item}>
      <Link
        id={goldLinkId(gold.itemId)}
        className={styles.preview}
        to="/projects/$projectId/items/$itemId"
        params={{ projectId, itemId: gold.itemId }}
        onFocus={onFocus}
      >
        {gold.promptPreview}
      </Link>
      <div className={styles.about}>
        {rest === null ? (
          <Tag tone={tones[gold.state]}>{say(stateWords[gold.state])}</Tag>
        ) : (
          <Tag tone="warn">{say(restWords.resting)}</Tag>
        )}
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
      {rest !== null && <div className={styles.about}>{sayRest(gold)}</div>}
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
