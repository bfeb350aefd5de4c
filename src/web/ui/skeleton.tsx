import { say } from '#web/messages/say.ts';
import styles from './skeleton.module.css';

interface SkeletonProps {
  readonly lines?: number;
  readonly height?: number;
  readonly label?: string;
}

/** Holds the place of what is coming; stays invisible for the first 300 ms. */
export function Skeleton({ lines = 3, height = 16, label = say('Loading') }: SkeletonProps) {
  return (
    <div className={styles.place} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => `line-${index}`).map((key) => (
        <div key={key} className={styles.line} style={{ height }} />
      ))}
    </div>
  );
}
