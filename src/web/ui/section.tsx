import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page, set apart by space rather than by a box. */
export function Section({ title, summary, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.header}>
        <div>
          <h2 id={id}>{title}</h2>
          {summary !== undefined && <div className={styles.summary}>{summary}</div>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
