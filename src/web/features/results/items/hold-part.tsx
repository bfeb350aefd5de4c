import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { useHold } from '#web/features/results/questions/use-hold.ts';
import { message, say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Row } from '#web/ui/stack.tsx';
import styles from './item.module.css';

const words = {
  held: message('This item is held: nobody new gets it until it is put back. Who has it in hand keeps it.'),
  dropped: message(
    'This item is dropped: nobody gets it any more, and no export holds it. Its judgments stay.',
  ),
} as const;

interface HoldPartProps {
  readonly projectId: string;
  readonly item: Pick<ItemDetail, 'itemId' | 'hold'>;
}

/** That an item is out of the queue, with the ways back and out for good. */
export function HoldPart({ projectId, item, mayChange }: HoldPartProps & { readonly mayChange: boolean }) {
  const hold = useHold(projectId);
  const { itemId, hold: from } = item;
  if (from === 'none') return null;
  const acts = (
    <Row gap={2}>
      <Button size="small" busy={hold.isPending} onClick={() => hold.mutate({ itemId, from, to: 'none' })}>
        {say('Back into the queue')}
      </Button>
      {from === 'held' && (
        <Button
          size="small"
          variant="quiet"
          busy={hold.isPending}
          onClick={() => hold.mutate({ itemId, from, to: 'dropped' })}
        >
          {say('Drop the item')}
        </Button>
      )}
    </Row>
  );
  return (
    <div className={styles.hold}>
      <Notice tone="warn" action={mayChange && acts}>
        {say(words[from])}
      </Notice>
    </div>
  );
}
