import type { ReactNode } from 'react';
import styles from './stack.module.css';

interface StackProps {
  readonly gap?: 1 | 2 | 3 | 4 | 6 | 8;
  readonly children: ReactNode;
}

/** One below the other, evenly. */
export function Stack({ gap = 4, children }: StackProps) {
  return (
    <div className={styles.stack} style={{ gap: `var(--space-${gap})` }}>
      {children}
    </div>
  );
}

/** Beside each other, wrapping where narrow. */
export function Row({
  gap = 2,
  children,
  align = 'center',
}: StackProps & { readonly align?: 'center' | 'start' | 'end' | 'baseline' }) {
  return (
    <div className={styles.row} style={{ gap: `var(--space-${gap})`, alignItems: align }}>
      {children}
    </div>
  );
}
