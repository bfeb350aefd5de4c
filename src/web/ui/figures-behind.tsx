import type { ReactNode } from 'react';
import styles from './figures-behind.module.css';

interface FiguresBehindProps {
  readonly label: string;
  /** The table. */
  readonly children: ReactNode;
}

/** The figures behind a chart, one click away. */
export function FiguresBehind({ label, children }: FiguresBehindProps) {
  return (
    <details className={styles.figures}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
