import { useQuery } from '@tanstack/react-query';
import { listDemoPeople, signInDemo } from '#contract/accounts.ts';
import { api } from '#web/session/api.ts';
import { ErrorState, errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import styles from './entry-page.module.css';
import { useEnter } from './use-enter.ts';

/** Each role of the demo, one click away. */
export function DemoRoles() {
  const { data, error, refetch } = useQuery({
    queryKey: ['demo-people'],
    queryFn: ({ signal }) => api.call(listDemoPeople, { signal }),
  });
  const enter = useEnter((key: string) => api.call(signInDemo, { body: { key } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} height={60} />;
  return (
    <>
      <ul className={styles.roles}>
        {data.people.map((person) => (
          <li key={person.key}>
            <button
              type="button"
              className={styles.role}
              disabled={enter.isPending}
              onClick={() => enter.mutate(person.key)}
            >
              <strong>
                {person.role} <span className={styles.name}>{person.name}</span>
              </strong>
              <span>{person.summary}</span>
            </button>
          </li>
        ))}
      </ul>
      {enter.error && <Notice tone="bad">{errorText(enter.error)}</Notice>}
    </>
  );
}
