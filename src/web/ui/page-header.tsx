import type { ReactNode } from 'react';
import styles from './page-header.module.css';
import { usePageTitle } from './use-page-title.ts';

interface PageHeaderProps {
  readonly title: string;
  /** One line under the title. */
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
}

/** The title of a page, which also names the browser's tab. */
export function PageHeader({ title, summary, actions }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1>{title}</h1>
        {summary !== undefined && <div className={styles.summary}>{summary}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

/** The column in which a page's content stands. */
export function Page({
  children,
  width = 'normal',
}: {
  readonly children: ReactNode;
  readonly width?: 'narrow' | 'normal' | 'full';
}) {
  return (
    <div className={styles.page} data-width={width}>
      {children}
    </div>
  );
}
