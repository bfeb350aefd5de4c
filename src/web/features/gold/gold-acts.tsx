import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import styles from './gold.module.css';
import { GoldDialog } from './gold-dialog.tsx';
import type { GoldRow } from './gold-queries.ts';
import { useGoldActs } from './use-gold-acts.ts';

interface GoldActsProps {
  readonly projectId: string;
  readonly gold: GoldRow;
  /** Whether the keys of the list are about this one. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
}

interface Act {
  readonly keys: string;
  readonly label: string;
  readonly isOff?: boolean;
  readonly run: () => void;
}

function listActs(gold: GoldRow, set: (state: 'active' | 'retired', isWrong?: boolean) => void): Act[] {
  switch (gold.state) {
    case 'suspect':
      return [
        { keys: 'C', label: say('It is right'), run: () => set('active') },
        { keys: 'W', label: say('It is wrong'), run: () => set('retired', true) },
      ];
    case 'draft':
    case 'retired':
      return [{ keys: 'S', label: say('Serve'), isOff: !gold.isUsable, run: () => set('active') }];
    case 'active':
      return [{ keys: 'R', label: say('Retire'), run: () => set('retired') }];
  }
}

/** The keys of the gold that is current, for its controls. */
function GoldKeys({ acts }: { readonly acts: readonly Act[] }) {
  useShortcuts(
    acts.map(({ keys, label, isOff, run }) => ({
      ...{ keys, label, group: say('Gold items') },
      run: () => isOff || run(),
    })),
  );
  return null;
}

/** What can be done with one gold; a suspect one is confirmed, retired as wrong, or corrected on its item's page. */
export function GoldActs({ projectId, gold, isCurrent, onFocus }: GoldActsProps) {
  const [isEditing, setIsEditing] = useState(false);
  const { setState } = useGoldActs(projectId);
  const acts: Act[] = [
    ...listActs(gold, (state, isWrong = false) =>
      setState.mutate({ itemIds: [gold.itemId], state, isWrong }),
    ),
    { keys: 'E', label: say('Edit'), run: () => setIsEditing(true) },
  ];
  return (
    <div className={styles.acts}>
      {/* Another state has other keys. */}
      {isCurrent && <GoldKeys key={gold.state} acts={acts} />}
      {acts.map(({ keys, label, isOff = false, run }) => (
        <Button
          key={keys}
          size="small"
          disabled={isOff}
          {...(isCurrent && { keyHint: keys })}
          onFocus={onFocus}
          onClick={run}
        >
          {label}
        </Button>
      ))}
      {isEditing && (
        <GoldDialog projectId={projectId} itemId={gold.itemId} onClose={() => setIsEditing(false)} />
      )}
    </div>
  );
}
