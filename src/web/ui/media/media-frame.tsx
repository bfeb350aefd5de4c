import type { KeyboardEvent, ReactNode } from 'react';
import styles from './media-frame.module.css';

interface MediaFrameProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What every viewer stands in: one stop of the Tab key, from which its keys work. */
export function MediaFrame({ label, children, onKeyDown }: MediaFrameProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the viewer answers to keys of its own
    <section className={styles.frame} aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
      {children}
    </section>
  );
}

/** Said in place of what cannot be shown. */
export function MediaProblem({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.problem} role="alert">
      {children}
    </p>
  );
}
