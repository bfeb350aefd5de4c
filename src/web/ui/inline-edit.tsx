import { useState } from 'react';
import styles from './inline-edit.module.css';

interface InlineSelectProps<Value extends string> {
  /** What is chosen, for screen readers; the sentence around says it to the eye. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A choice that stands in a sentence as one of its words. */
export function InlineSelect<const Value extends string>(props: InlineSelectProps<Value>) {
  const { label, options, value, onChange } = props;
  return (
    <span className={styles.part}>
      <span aria-hidden="true">{options.find((option) => option.value === value)?.label}</span>
      <select
        aria-label={label}
        className={styles.select}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

interface InlineNumberProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number that stands in a sentence; what is out of bounds is not taken. */
export function InlineNumber({ label, value, min, max, onChange }: InlineNumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(value);
  return (
    <input
      type="number"
      inputMode="numeric"
      aria-label={label}
      className={styles.number}
      style={{ width: `${Math.max(1, shown.length) + 0.8}ch` }}
      min={min}
      max={max}
      value={shown}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const next = Number(text);
        if (/^\d+$/.test(text) && next >= min && next <= max) onChange(next);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
