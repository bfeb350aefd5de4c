import styles from './progress-line.module.css';

interface ProgressLineProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** Begun but not done, drawn fainter. */
  readonly started?: number;
  readonly width?: number | string;
}

/** How far something is, as a thin line; never a game. */
export function ProgressLine({ label, value, max, started = 0, width = '100%' }: ProgressLineProps) {
  const percent = (amount: number) => `${max <= 0 ? 0 : Math.min(100, (amount / max) * 100)}%`;
  return (
    <span
      className={styles.track}
      style={{ width }}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(max, 0)}
      aria-valuenow={value}
    >
      {started > 0 && <span className={styles.started} style={{ width: percent(value + started) }} />}
      <span className={styles.done} style={{ width: percent(value) }} />
    </span>
  );
}
