import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readOwnStanding } from '#contract/own-thresholds.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import styles from './rows.module.css';

/** That a rule holds somebody back, with the way to the reason; nothing where none does. */
export function StandingLine({ projectId }: { readonly projectId: string }) {
  const { data } = useQuery({
    queryKey: ['own-standing', projectId],
    queryFn: ({ signal }) => api.call(readOwnStanding, { params: { projectId }, signal }),
  });
  const isExcluded = data?.firings.some(({ act, isInForce }) => act === 'exclude' && isInForce) ?? false;
  if (data === undefined || (data.blockedBy === null && !isExcluded)) return null;
  return (
    <p className={styles.figures}>
      <Link to="/projects/$projectId/my-work" params={{ projectId }}>
        {data.blockedBy === 'pause'
          ? say('You get no new tasks for now: see why')
          : data.blockedBy === 'calibrate'
            ? say('Known answers first: see why')
            : say('Some of your judgments do not count: see why')}
      </Link>
    </p>
  );
}
