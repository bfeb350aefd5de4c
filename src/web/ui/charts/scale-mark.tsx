import { percentAt } from './linear-scale.ts';
import styles from './scale-mark.module.css';

interface ScaleMarkProps {
  readonly from: number;
  readonly to: number;
  /** Null where the answer stands nowhere on the scale. */
  readonly value: number | null;
  readonly width?: number;
}

/** Where an answer stands among the points of its scale; beside words that say the same. */
export function ScaleMark({ from, to, value, width = 72 }: ScaleMarkProps) {
  const points = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  // Half a dot of room at both ends.
  const x = (point: number) => 5 + (percentAt(point, { from, to }) / 100) * (width - 10);
  return (
    <svg className={styles.mark} width={width} height={12} aria-hidden="true">
      <line className={styles.base} x1={x(from)} x2={x(to)} y1={6} y2={6} />
      {points.map((point) => (
        <circle
          key={point}
          className={from < 0 && point === 0 ? styles.middle : styles.point}
          cx={x(point)}
          cy={6}
          r={1.5}
        />
      ))}
      {from < 0 && <line className={styles.middle} x1={x(0)} x2={x(0)} y1={2} y2={10} />}
      {value !== null && <circle className={styles.value} cx={x(value)} cy={6} r={4} />}
    </svg>
  );
}
