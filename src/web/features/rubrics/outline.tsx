import { GripVertical, Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Menu, type MenuAct } from '#web/ui/menu.tsx';
import type { DraftCriterion } from './editor/draft-rubric.ts';
import type { RubricEdit } from './editor/rubric-edit.ts';
import type { RubricEditor, Selection } from './editor/rubric-editor.ts';
import styles from './outline.module.css';
import { summariseCriterion } from './scale-words.ts';
import { useDragOrder } from './use-drag-order.ts';

interface OutlineProps {
  readonly editor: RubricEditor;
  /** How many contradictions stand at each criterion, by place in the list. */
  readonly problemCounts: readonly number[];
  readonly problemsAround: number;
  readonly onSelect: (selected: Selection) => void;
  readonly onEdit: (edit: RubricEdit) => void;
}

const additions: readonly { label: Message; hint: Message; target: CriterionTarget; scale: Scale['kind'] }[] =
  [
    {
      label: message('Preference'),
      hint: message('Which of two responses is better?'),
      target: 'pair',
      scale: 'preference',
    },
    {
      label: message('Rating of each response'),
      hint: message('A number, such as 1 to 5'),
      target: 'response',
      scale: 'rating',
    },
    {
      label: message('Choice for each response'),
      hint: message('One of named options'),
      target: 'response',
      scale: 'choice',
    },
    {
      label: message('Rating of the task'),
      hint: message('One number for the whole item'),
      target: 'task',
      scale: 'rating',
    },
    {
      label: message('Choice for the task'),
      hint: message('One option for the whole item'),
      target: 'task',
      scale: 'choice',
    },
  ];

/** The criteria in their order: select, drag, Alt + arrow keys, add. */
export function Outline({ editor, problemCounts, problemsAround, onSelect, onEdit }: OutlineProps) {
  const { criteria, overallId } = editor.present;
  const moveTo = (from: number, to: number) => {
    const criterion = criteria[from];
    if (criterion) onEdit({ kind: 'move', id: criterion.id, to });
  };
  const { dragged, listProps, handleProps } = useDragOrder(moveTo);
  const acts: MenuAct[] = additions.map(({ label, hint, target, scale }) => ({
    label: say(label),
    hint: say(hint),
    onSelect: () => onEdit({ kind: 'add', target, scale }),
  }));
  return (
    <nav className={styles.outline} aria-label={say('Criteria')}>
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
              onStep={(by) => moveTo(index, index + by)}
            />
          </li>
        ))}
      </ol>
      <div className={styles.add}>
        <Menu
          align="start"
          trigger={
            <Button size="small" variant="quiet" icon={<Plus />}>
              {say('Add a criterion')}
            </Button>
          }
          groups={[acts]}
        />
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

type AroundEntryProps = Pick<EntryProps, 'isSelected' | 'problems' | 'onSelect'>;

function AroundEntry({ isSelected, problems, onSelect }: AroundEntryProps) {
  return (
    <button type="button" className={styles.around} aria-current={isSelected || undefined} onClick={onSelect}>
      <span className={styles.name}>{say('Reason and confidence')}</span>
      <span className={styles.facts}>{say('What is asked at the end')}</span>
      <ProblemMark count={problems} />
    </button>
  );
}

interface EntryProps {
  readonly criterion: DraftCriterion;
  readonly isOverall: boolean;
  readonly problems: number;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

function OutlineEntry({ criterion, isOverall, problems, isSelected, onSelect, onStep }: EntryProps) {
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <button
      type="button"
      className={styles.entry}
      aria-current={isSelected || undefined}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
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
      <ProblemMark count={problems} />
    </button>
  );
}

function ProblemMark({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles.problems}>
      {count}
      <span className="visually-hidden">
        {' '}
        {say('{count, plural, one {contradiction} other {contradictions}}', { count })}
      </span>
    </span>
  );
}
