import { useId, useState } from 'react';
import styles from './range-field.module.css';

interface RangeFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly unit: string;
  /** Called when the person lets go, not at every step on the way. */
  readonly onChange: (value: number) => void;
}

/** A number chosen by sliding; arrow keys move it by one step. */
export function RangeField({ label, value, min, max, step = 1, unit, onChange }: RangeFieldProps) {
  const id = useId();
  const [moving, setMoving] = useState<number | undefined>();
  const shown = moving ?? value;
  const settle = () => {
    if (moving !== undefined && moving !== value) onChange(moving);
    setMoving(undefined);
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.control}>
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          step={step}
          value={shown}
          aria-valuetext={`${shown} ${unit}`}
          onChange={(event) => setMoving(event.target.valueAsNumber)}
          onPointerUp={settle}
          onKeyUp={settle}
          onBlur={settle}
        />
        <output htmlFor={id}>
          {shown} {unit}
        </output>
      </span>
    </div>
  );
}
