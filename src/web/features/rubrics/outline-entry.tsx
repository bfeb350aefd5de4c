import { Split } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { say } from '#web/messages/say.ts';
import type { DraftCriterion } from './editor/draft-rubric.ts';
import styles from './outline.module.css';
import { ProblemMark } from './problem-mark.tsx';
import { summariseCriterion } from './scale-words.ts';

export interface OutlineEntryProps {
  readonly criterion: DraftCriterion;
  readonly isOverall: boolean;
  readonly problems: number;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  /** When it is asked, in words. */
  readonly condition: string | undefined;
  readonly onStep: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Up and down go through the list, with Alt they move the entry; Delete removes it, and undo brings it back. */
export function OutlineEntry(props: OutlineEntryProps) {
  const { criterion, isOverall, problems, isSelected, onSelect, condition } = props;
  const press = (event: KeyboardEvent<HTMLButtonElement>) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (by !== undefined && event.altKey) props.onStep(by);
    else if (by !== undefined) focusEntry(event.currentTarget, by);
    else if (event.key === 'Delete') props.onRemove();
    else return;
    event.preventDefault();
  };
  return (
    <button
      type="button"
      className={styles.entry}
      aria-current={isSelected || undefined}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
      onClick={onSelect}
      onKeyDown={press}
    >
      <span className={styles.name} data-unnamed={criterion.label.trim() === '' || undefined}>
        {criterion.label.trim() === '' ? say('Unnamed criterion') : criterion.label}
      </span>
      <span className={styles.facts}>
        {summariseCriterion(criterion)}
        {isOverall && ` · ${say('overall')}`}
        {!isOverall && !criterion.required && ` · ${say('optional')}`}
      </span>
      {condition !== undefined && (
        <span className={styles.condition}>
          <Split aria-hidden="true" /> {condition}
        </span>
      )}
      <ProblemMark count={problems} />
    </button>
  );
}

/** Rows keep their places while they are walked through. */
function focusEntry(entry: HTMLElement, by: 1 | -1): void {
  const entries = Array.from(entry.closest('ol')?.querySelectorAll<HTMLElement>('button') ?? []);
  const next = entries[entries.indexOf(entry) + by];
  next?.focus();
  next?.click();
}
