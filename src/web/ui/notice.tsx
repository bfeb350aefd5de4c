import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  readonly tone?: 'neutral' | 'bad' | 'warn' | 'good';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A quiet line in the flow of the page: what happened and what to do. */
export function Notice({ tone = 'neutral', title, children, action }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className={styles.text}>
        {title !== undefined && <strong dir="auto">{title}</strong>}
        {children !== undefined && <div dir="auto">{children}</div>}
      </div>
      {action}
    </div>
  );
}
