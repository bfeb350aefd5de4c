import { useState } from 'react';
import styles from './radio-row.module.css';

export interface RadioOption {
  readonly key: string;
  /** What stands on the button. */
  readonly text: string;
  /** A line below it, where there is room. */
  readonly label?: string;
  /** What it means in full, for screen readers and on hover. */
  readonly name: string;
  /** The digit that picks it while the row is active. */
  readonly digit?: number | undefined;
}

interface RadioRowProps {
  readonly id: string;
  /** What the row asks, in full. */
  readonly name: string;
  readonly look: 'segments' | 'circles' | 'words';
  readonly options: readonly RadioOption[];
  readonly chosen: string | undefined;
  readonly isActive: boolean;
  readonly isMissing: boolean;
  readonly isRequired: boolean;
  /** Leaves room for the words of the option that is chosen or pointed at. */
  readonly hasCaption?: boolean;
  readonly onPick: (key: string) => void;
  readonly onActivate: () => void;
}

function Radio(props: {
  readonly option: RadioOption;
  readonly isChosen: boolean;
  readonly onPick: () => void;
  readonly onPoint: (isOver: boolean) => void;
}) {
  const { option, isChosen, onPick, onPoint } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the judging keys move and pick, which native radios would do twice
    <button
      type="button"
      role="radio"
      className={styles.radio}
      aria-checked={isChosen}
      aria-label={option.name}
      title={option.name}
      tabIndex={isChosen ? 0 : -1}
      onClick={onPick}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <span className={styles.text}>{option.text}</span>
      {option.label !== undefined && <span className={styles.label}>{option.label}</span>}
      {option.digit !== undefined && (
        <span className={styles.digit} aria-hidden="true">
          {option.digit}
        </span>
      )}
    </button>
  );
}

/** One question with its options in a row; nothing is chosen before the person has chosen. */
export function RadioRow({ options, chosen, onPick, onActivate, ...row }: RadioRowProps) {
  const [pointed, setPointed] = useState<string | null>(null);
  const isAnswered = options.some((option) => option.key === chosen);
  const caption = options.find((option) => option.key === (pointed ?? chosen));
  const radios = (
    <div
      id={row.id}
      role="radiogroup"
      // Unanswered, the row itself has the focus: a ring around one option would lean on the judgment.
      // Answered, it can still hold the focus for the moment until that has moved on.
      tabIndex={isAnswered ? -1 : 0}
      aria-label={row.name}
      aria-required={row.isRequired || undefined}
      aria-invalid={row.isMissing || undefined}
      className={styles.row}
      data-look={row.look}
      data-active={row.isActive || undefined}
      data-missing={row.isMissing || undefined}
      onFocus={row.isActive ? undefined : onActivate}
    >
      {options.map((option) => (
        <Radio
          key={option.key}
          option={option}
          isChosen={option.key === chosen}
          onPick={() => onPick(option.key)}
          onPoint={(isOver) => setPointed(isOver ? option.key : null)}
        />
      ))}
    </div>
  );
  if (!row.hasCaption) return radios;
  return (
    <div className={styles.frame}>
      {radios}
      <span className={styles.caption} aria-hidden="true">
        {caption?.label ?? ''}
      </span>
    </div>
  );
}
