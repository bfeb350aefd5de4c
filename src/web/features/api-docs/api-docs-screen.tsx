import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { WordMark } from '#web/ui/word-mark.tsx';
import styles from './api-docs-screen.module.css';
import { Introduction } from './introduction.tsx';
import type { OpenApiDocument } from './open-api-document.ts';
import { OperationArticle } from './operation-article.tsx';
import { OperationList } from './operation-list.tsx';
import { readOperations } from './read-operations.ts';

const documentQuery = queryOptions({
  queryKey: ['open-api'],
  queryFn: async ({ signal }) => {
    const response = await fetch('/api/openapi.json', { signal });
    if (!response.ok) throw new Error('The description of the API could not be read. Try again.');
    const document = (await response.json()) as OpenApiDocument;
    return { document, operations: readOperations(document), schemas: document.components?.schemas ?? {} };
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** The API, browsable; made from the same document that clients read. Works for everybody, signed in or not. */
export function ApiDocsScreen() {
  const { data, error, refetch } = useQuery(documentQuery);
  const shownId = useLocation({ select: (location) => location.hash });
  const shown = data?.operations.find((operation) => operation.id === shownId);
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>
        <Link to="/" className={styles.home} aria-label="Plumbline, home">
          <WordMark />
        </Link>
        <span className={styles.title}>API</span>
        <a className={styles.source} href="/api/openapi.json">
          openapi.json
        </a>
      </header>
      {data !== undefined && <OperationList operations={data.operations} shownId={shown?.id} />}
      <main className={styles.main} data-shown={shown !== undefined || undefined}>
        {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton lines={8} />}
        {data !== undefined && shown === undefined && <Introduction document={data.document} />}
        {data !== undefined && shown !== undefined && (
          <OperationArticle key={shown.id} operation={shown} schemas={data.schemas} />
        )}
      </main>
    </div>
  );
}
