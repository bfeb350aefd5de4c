import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import styles from './gold.module.css';
import { unanimousQuery } from './gold-queries.ts';
import { useGoldActs } from './use-gold-acts.ts';

/** Items on which everybody agreed, to be made gold in one act. */
export function UnanimousDialog({
  projectId,
  onClose,
}: {
  readonly projectId: string;
  readonly onClose: () => void;
}) {
  const items = useQuery(unanimousQuery(projectId));
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { makeUnanimous } = useGoldActs(projectId);
  const rows = items.data?.rows ?? [];
  const chosen = rows.filter(({ itemId }) => !leftOut.has(itemId)).map(({ itemId }) => itemId);
  const toggle = (itemId: string) => {
    const next = new Set(leftOut);
    if (!next.delete(itemId)) next.add(itemId);
    setLeftOut(next);
  };
  return (
    <Dialog
      open
      title={say('Gold of unanimous items')}
      onClose={onClose}
      width={640}
      footer={
        <>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button
            variant="primary"
            disabled={chosen.length === 0}
            busy={makeUnanimous.isPending}
            onClick={() => makeUnanimous.mutate(chosen, { onSuccess: onClose })}
          >
            {say('{count, plural, one {Make # draft} other {Make # drafts}}', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <Loaded from={items} title={say('Items could not be loaded')}>
        {() =>
          rows.length === 0 ? (
            <p>
              {say(
                'There is no item on which three people or more said the same of everything. It takes an overlap of three; words, marks and confidence do not count.',
              )}
            </p>
          ) : (
            <div className={styles.choices}>
              {rows.map(({ itemId, promptPreview, people }) => (
                <label key={itemId} className={styles.choice}>
                  <input type="checkbox" checked={!leftOut.has(itemId)} onChange={() => toggle(itemId)} />
                  <span className={styles.item}>
                    <span className={styles.preview}>{promptPreview}</span>
                    <span className={styles.about}>
                      {say('{people, number} people agree entirely', { people })}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          )
        }
      </Loaded>
    </Dialog>
  );
}
