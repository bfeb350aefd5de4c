import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './gold.module.css';
import { GoldDialog } from './gold-dialog.tsx';
import type { GoldRow } from './gold-queries.ts';
import { useGoldActs } from './use-gold-acts.ts';

/** What can be done with one gold; a suspect one is confirmed, retired as wrong, or corrected on its item's page. */
export function GoldActs({ projectId, gold }: { readonly projectId: string; readonly gold: GoldRow }) {
  const [isEditing, setIsEditing] = useState(false);
  const { setState } = useGoldActs(projectId);
  const set = (state: 'draft' | 'active' | 'retired', isWrong = false) =>
    setState.mutate({ itemIds: [gold.itemId], state, isWrong });
  return (
    <div className={styles.acts}>
      {gold.state === 'suspect' && (
        <>
          <Button size="small" onClick={() => set('active')}>
            {say('It is right')}
          </Button>
          <Button size="small" onClick={() => set('retired', true)}>
            {say('It is wrong')}
          </Button>
        </>
      )}
      {(gold.state === 'draft' || gold.state === 'retired') && (
        <Button size="small" disabled={!gold.isUsable} onClick={() => set('active')}>
          {say('Serve')}
        </Button>
      )}
      {gold.state === 'active' && (
        <Button size="small" onClick={() => set('retired')}>
          {say('Retire')}
        </Button>
      )}
      <Button size="small" onClick={() => setIsEditing(true)}>
        {say('Edit')}
      </Button>
      {isEditing && (
        <GoldDialog projectId={projectId} itemId={gold.itemId} onClose={() => setIsEditing(false)} />
      )}
    </div>
  );
}
