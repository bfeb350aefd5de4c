import { useState } from 'react';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { AnswerTable } from '#web/features/results/answers/answer-table.tsx';
import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Row } from '#web/ui/stack.tsx';
import { GoldDialog } from './gold-dialog.tsx';
import styles from './item.module.css';
import type { useGold } from './use-gold.ts';

const sourceWords: Readonly<Record<string, Message>> = {
  imported: message('from the verdict in the file'),
  set_by_hand: message('set by hand'),
  unanimous: message('from unanimous judgments'),
  adjudicated: message('from adjudication'),
  calibration: message('from calibration'),
};

function nameSource(source: string): string {
  const word = Object.hasOwn(sourceWords, source) ? sourceWords[source] : undefined;
  return word === undefined ? source : say(word);
}

interface GoldPartProps {
  readonly item: ItemDetail;
  readonly rubric: Rubric;
  readonly gold: ReturnType<typeof useGold>;
  readonly mayChange: boolean;
}

/** The known answer of an item, with the ways to set, change and remove it. */
export function GoldPart({ item, rubric, gold, mayChange }: GoldPartProps) {
  const [isEditing, setIsEditing] = useState(false);
  const known = item.gold;
  if (known === null && !mayChange) return null;
  return (
    <Section title={say('Gold answer')}>
      <div className={styles.gold}>
        {known === null ? (
          <p>
            {item.judgments.length > 0
              ? say('None. Take over a judgment above, or set it by hand.')
              : say('None yet.')}
          </p>
        ) : (
          <AnswerTable
            label={say('Gold answer by question')}
            rubric={rubric}
            item={item}
            columns={[
              {
                key: 'gold',
                head: (
                  <span className={styles.person}>
                    <strong>{say('Gold')}</strong>
                    <span>
                      {nameSource(known.source)}, <RelativeTime at={known.createdAt} />
                    </span>
                  </span>
                ),
                answers: known.answers,
              },
            ]}
          />
        )}
        {mayChange && (
          <Row>
            <Button onClick={() => setIsEditing(true)} busy={gold.isPending}>
              {known === null ? say('Set by hand') : say('Change')}
            </Button>
            {known !== null && (
              <Button variant="quiet" busy={gold.isPending} onClick={() => gold.mutate(undefined)}>
                {say('Remove')}
              </Button>
            )}
          </Row>
        )}
      </div>
      {isEditing && (
        <GoldDialog
          rubric={rubric}
          item={item}
          initial={known?.answers}
          onClose={() => setIsEditing(false)}
          onSave={(answers) => gold.mutate(answers)}
        />
      )}
    </Section>
  );
}
