import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { TextField } from '#web/ui/text-field.tsx';
import styles from './operation-list.module.css';
import { groupOperations, type Operation } from './read-operations.ts';

interface OperationListProps {
  readonly operations: readonly Operation[];
  readonly shownId: string | undefined;
}

const searchId = 'api-search';
const shortcuts = [
  {
    keys: '/',
    label: 'Search the API',
    group: 'API',
    run: () => document.querySelector<HTMLInputElement>(`#${searchId} input`)?.focus(),
  },
];

/** Every operation by feature, with a search over names, paths and summaries. */
export function OperationList({ operations, shownId }: OperationListProps) {
  const [search, setSearch] = useState('');
  useShortcuts(shortcuts);
  const groups = groupOperations(operations, search);
  return (
    <nav className={styles.nav} aria-label="Operations">
      <div className={styles.search} id={searchId}>
        <TextField
          label="Search the API"
          labelHidden
          type="search"
          placeholder="Search ( / )"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {groups.length === 0 && <p className={styles.none}>Nothing has all of these words.</p>}
      {groups.map((group) => (
        <section key={group.feature} aria-label={group.feature}>
          <h2 className={styles.feature}>{group.feature}</h2>
          <ul className={styles.list}>
            {group.operations.map((operation) => (
              <li key={operation.id}>
                <Link
                  to="/api/docs"
                  hash={operation.id}
                  className={styles.entry}
                  activeOptions={{ includeHash: true }}
                  aria-current={operation.id === shownId ? 'page' : undefined}
                >
                  <span className={styles.method}>{operation.method}</span>
                  <span>{operation.summary}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
