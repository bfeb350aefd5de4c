import { Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { rubricLimits } from '#domain/rubrics/rubric.ts';
import type { ChoiceOption } from '#domain/rubrics/scale.ts';
import {
  addOption,
  changeOption,
  moveOption,
  removeOption,
} from '#web/features/rubrics/editor/scale-edits.ts';
import { FieldProblem } from '#web/features/rubrics/field-problem.tsx';
import type { Problems } from '#web/features/rubrics/problems.ts';
import { useDragOrder } from '#web/features/rubrics/use-drag-order.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { PointRow } from './point-row.tsx';
import styles from './scales.module.css';

interface OptionListProps {
  /** What the list holds, such as "Options". */
  readonly label: string;
  readonly options: readonly ChoiceOption[];
  readonly problems: Problems;
  /** Where the list stands in the criterion, such as "scale.options". */
  readonly at: string;
  readonly onChange: (options: readonly ChoiceOption[], typing?: string) => void;
}

/** Named options in their order. Enter adds one, Alt and an arrow moves one, and each can be dragged by its number. */
export function OptionList({ label, options, problems, at, onChange }: OptionListProps) {
  const [opened, setOpened] = useState<number | null>(null);
  const [fresh, setFresh] = useState<number | null>(null);
  const { dragged, listProps, handleProps } = useDragOrder((from, to) => {
    setOpened(null);
    onChange(moveOption(options, from, to));
  });
  const isFull = options.length >= rubricLimits.options;
  const add = () => {
    if (isFull) return;
    setFresh(options.length);
    onChange(addOption(options));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add();
    }
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    setOpened(null);
    onChange(moveOption(options, index, index + by));
    // Rows have no names of their own, so that the focus has to go along by hand.
    const rows = event.currentTarget.closest('ol')?.children;
    rows?.[index + by]?.querySelector('input')?.focus();
  };
  return (
    <div>
      <ol
        className={styles.list}
        aria-label={label}
        {...listProps}
        data-dragging={dragged !== null || undefined}
      >
        {options.map((option, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an option has no name of its own that holds while it is typed
            key={index}
            className={styles.row}
            data-dragged={dragged === index || undefined}
          >
            <PointRow
              name={say('Option {number}', { number: index + 1 })}
              mark={
                <span
                  className={styles.number}
                  data-drag-handle
                  title={say('Drag to reorder, or press Alt ↑ ↓')}
                  {...handleProps(index)}
                >
                  {index + 1}
                </span>
              }
              words={option}
              errors={{
                label: problems.at(`${at}.${index}.label`),
                help: problems.at(`${at}.${index}.help`),
              }}
              keyField={{ value: option.key, error: problems.at(`${at}.${index}.key`) }}
              isOpen={opened === index}
              isFresh={fresh === index}
              onOpen={(isOpen) => setOpened(isOpen ? index : null)}
              onKeyDown={(event) => press(event, index)}
              onChange={(change, field) =>
                onChange(changeOption(options, index, change), `${at}.${index}.${field}`)
              }
              acts={
                <IconButton
                  label={say('Remove option {number}', { number: index + 1 })}
                  icon={<Trash2 />}
                  onClick={() => {
                    setOpened(null);
                    onChange(removeOption(options, index));
                  }}
                />
              }
            />
          </li>
        ))}
      </ol>
      <FieldProblem text={problems.at(at)} />
      <Button size="small" variant="quiet" icon={<Plus />} disabled={isFull} keyHint="Enter" onClick={add}>
        {say('Add an option')}
      </Button>
    </div>
  );
}
