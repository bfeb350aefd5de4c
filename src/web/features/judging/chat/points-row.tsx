import { useId } from 'react';
import { chatLimits } from '#domain/chat/chat-scale.ts';
import styles from './points-row.module.css';

interface PointsRowProps {
  readonly label: string;
  readonly low: string;
  readonly high: string;
  readonly value: number | null;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}

const points = Array.from({ length: chatLimits.ratingPoints }, (_, index) => index + 1);

/** One to five, with what the ends mean; neutral until answered. */
export function PointsRow({ label, low, high, value, disabled, onChange }: PointsRowProps) {
  const name = useId();
  return (
    <fieldset className={styles.row} disabled={disabled}>
      <legend className="visually-hidden">{label}</legend>
      <span className={styles.end}>{low}</span>
      {points.map((point) => (
        <label key={point} className={styles.point}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            checked={point === value}
            onChange={() => onChange(point)}
          />
          {point}
        </label>
      ))}
      <span className={styles.end}>{high}</span>
    </fieldset>
  );
}
