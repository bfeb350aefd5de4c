import type { ReactNode } from 'react';
import { Stack } from '#web/ui/stack.tsx';
import { usePageTitle } from '#web/ui/use-page-title.ts';
import { WordMark } from '#web/ui/word-mark.tsx';
import styles from './entry-page.module.css';

interface EntryPageProps {
  readonly title: string;
  readonly summary?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages before sign-in: the word mark and one narrow column. */
export function EntryPage({ title, summary, children }: EntryPageProps) {
  usePageTitle(title);
  return (
    <div className={styles.page}>
      <header className={styles.mark}>
        <WordMark />
      </header>
      <main className={styles.column}>
        <div className={styles.head}>
          <h1>{title}</h1>
          {summary !== undefined && <p>{summary}</p>}
        </div>
        <Stack gap={6}>{children}</Stack>
      </main>
    </div>
  );
}
