import { GripVertical } from 'lucide-react';
import { say } from '#web/messages/say.ts';
import { AddMenu } from './add-menu.tsx';
import { describeCondition } from './condition/describe-condition.ts';
import type { RubricEdit } from './editor/rubric-edit.ts';
import type { RubricEditor, Selection } from './editor/rubric-editor.ts';
import { outlineId } from './keep-focus.ts';
import styles from './outline.module.css';
import { OutlineEntry, type OutlineEntryProps } from './outline-entry.tsx';
import { ProblemMark } from './problem-mark.tsx';
import { useDragOrder } from './use-drag-order.ts';

interface OutlineProps {
  readonly editor: RubricEditor;
  /** How many contradictions stand at each criterion, by place in the list. */
  readonly problemCounts: readonly number[];
  readonly problemsAround: number;
  readonly onSelect: (selected: Selection) => void;
  readonly onEdit: (edit: RubricEdit) => void;
}

/** The criteria in their order: select, drag, Alt + arrow keys, add. */
export function Outline({ editor, problemCounts, problemsAround, onSelect, onEdit }: OutlineProps) {
  const { criteria, overallId } = editor.present;
  const moveTo = (from: number, to: number) => {
    const criterion = criteria[from];
    if (criterion) onEdit({ kind: 'move', id: criterion.id, to });
  };
  const { dragged, listProps, handleProps } = useDragOrder(moveTo);
  return (
    <nav id={outlineId} className={styles.outline} aria-label={say('Criteria')}>
      <ol className={styles.list} {...listProps} data-dragging={dragged !== null || undefined}>
        {criteria.map((criterion, index) => (
          <li key={criterion.id} className={styles.row} data-dragged={dragged === index || undefined}>
            <span
              className={styles.handle}
              data-drag-handle
              aria-hidden="true"
              title={say('Drag to reorder, or press Alt ↑ ↓')}
              {...handleProps(index)}
            >
              <GripVertical />
            </span>
            <OutlineEntry
              criterion={criterion}
              isOverall={criterion.id === overallId}
              problems={problemCounts[index] ?? 0}
              isSelected={editor.selected === criterion.id}
              onSelect={() => onSelect(criterion.id)}
              condition={describeCondition(criterion, editor.present)}
              onStep={(by) => moveTo(index, index + by)}
              onRemove={() => onEdit({ kind: 'remove', id: criterion.id })}
            />
          </li>
        ))}
      </ol>
      <div className={styles.add}>
        <AddMenu onEdit={onEdit} />
      </div>
      <p className="visually-hidden" aria-live="polite">
        {describeMove(editor)}
      </p>
      <AroundEntry
        isSelected={editor.selected === 'around'}
        problems={problemsAround}
        onSelect={() => onSelect('around')}
      />
    </nav>
  );
}

/** Where the criterion that was just moved stands now, for those who do not see the list. */
function describeMove({ typing, selected, present }: RubricEditor): string {
  const index = present.criteria.findIndex(({ id }) => id === selected);
  if (index === -1 || typing !== `${selected}.move`) return '';
  return say('{criterion} is {place} of {count}', {
    criterion: present.criteria[index]?.label ?? '',
    place: index + 1,
    count: present.criteria.length,
  });
}

type AroundEntryProps = Pick<OutlineEntryProps, 'isSelected' | 'problems' | 'onSelect'>;

function AroundEntry({ isSelected, problems, onSelect }: AroundEntryProps) {
  return (
    <button type="button" className={styles.around} aria-current={isSelected || undefined} onClick={onSelect}>
      <span className={styles.name}>{say('Reason and confidence')}</span>
      <span className={styles.facts}>{say('What is asked at the end')}</span>
      <ProblemMark count={problems} />
    </button>
  );
}
