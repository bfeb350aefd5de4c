import { useState } from 'react';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { AnswerTable } from '#web/features/results/answers/answer-table.tsx';
import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { Button } from '#web/ui/button.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Row } from '#web/ui/stack.tsx';
import { GoldDialog } from './gold-dialog.tsx';
import styles from './item.module.css';
import type { useGold } from './use-gold.ts';

const sourceWords: Readonly<Record<string, string>> = {
  imported: 'from the verdict in the file',
  set_by_hand: 'set by hand',
};

interface GoldPartProps {
  readonly item: ItemDetail;
  readonly rubric: Rubric;
  readonly gold: ReturnType<typeof useGold>;
  readonly mayChange: boolean;
}

/** The known answer of an item, with the ways to set, change and remove it. */
export function GoldPart({ item, rubric, gold, mayChange }: GoldPartProps) {
  const [isEditing, setIsEditing] = useState(false);
  const responseIds = item.responses.map(({ id }) => id);
  const known = item.gold;
  if (known === null && !mayChange) return null;
  return (
    <Section title="Gold answer">
      <div className={styles.gold}>
        {known === null ? (
          <p>
            {item.judgments.length > 0 ? 'None. Take over a judgment above, or set it by hand.' : 'None yet.'}
          </p>
        ) : (
          <AnswerTable
            label="Gold answer by question"
            rubric={rubric}
            responseIds={responseIds}
            columns={[
              {
                key: 'gold',
                head: (
                  <span className={styles.person}>
                    <strong>Gold</strong>
                    <span>
                      {sourceWords[known.source] ?? known.source}, <RelativeTime at={known.createdAt} />
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
              {known === null ? 'Set by hand' : 'Change'}
            </Button>
            {known !== null && (
              <Button variant="quiet" busy={gold.isPending} onClick={() => gold.mutate(undefined)}>
                Remove
              </Button>
            )}
          </Row>
        )}
      </div>
      {isEditing && (
        <GoldDialog
          rubric={rubric}
          responseIds={responseIds}
          initial={known?.answers}
          onClose={() => setIsEditing(false)}
          onSave={(answers) => gold.mutate(answers)}
        />
      )}
    </Section>
  );
}
