import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listOwnReviews } from '#contract/own-reviews.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import styles from './rows.module.css';

/** What reviewers sent back, with the way there; nothing where nothing came back. */
export function ReturnedLine({ projectId }: { readonly projectId: string }) {
  const { data } = useQuery({
    queryKey: ['own-reviews', projectId],
    queryFn: ({ signal }) => api.call(listOwnReviews, { params: { projectId }, signal }),
  });
  if (data === undefined || data.reviews.length === 0) return null;
  const open = data.reviews.filter(({ mayRedo }) => mayRedo).length;
  return (
    <p className={styles.figures}>
      <Link to="/projects/$projectId/returned" params={{ projectId }}>
        {open > 0
          ? say('{count, plural, one {# judgment came back to redo} other {# judgments came back to redo}}', {
              count: open,
            })
          : say('What reviewers said')}
      </Link>
    </p>
  );
}
