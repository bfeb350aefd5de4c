import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type OwnReview, ownReviewsQuery } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { sayState } from './own-review-words.ts';
import styles from './returned.module.css';

function Words({ review }: { readonly review: OwnReview }) {
  const { words, answerWords, resolution } = review;
  return (
    <>
      {words !== '' && (
        <blockquote className={styles.quote} dir="auto">
          {words}
        </blockquote>
      )}
      {answerWords !== '' && (
        <p className={styles.soft} dir="auto">
          {say('You: {words}', { words: answerWords })}
        </p>
      )}
      {resolution !== null && resolution.words !== '' && (
        <blockquote className={styles.quote} dir="auto">
          {resolution.words}
        </blockquote>
      )}
    </>
  );
}

function ReviewRow({ projectId, review }: { readonly projectId: string; readonly review: OwnReview }) {
  const { reviewId, promptPreview, grade, decidedAt, mayRedo, mayDispute } = review;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.prompt} dir="auto">
          {promptPreview === '' ? say('Empty prompt') : promptPreview}
        </p>
        <p className={styles.soft}>
          {sayState(review)}
          {grade !== null && ` · ${grade}`} · <RelativeTime at={review.resolution?.at ?? decidedAt} />
        </p>
        <Words review={review} />
      </div>
      <Link
        to="/projects/$projectId/returned/$reviewId"
        params={{ projectId, reviewId }}
        className={buttonClass({ variant: 'plain' })}
      >
        {mayRedo ? say('Redo or dispute') : mayDispute ? say('Look or dispute') : say('Look')}
      </Link>
    </li>
  );
}

/** What reviewers returned to a person or corrected: first what is to be done, then what was. */
export function ReturnedScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/returned' });
  const project = useProject(projectId);
  const reviews = useQuery(ownReviewsQuery(projectId));
  return (
    <Page>
      <PageHeader title={say('What reviewers said')} summary={<Link to="/">{project.name}</Link>} />
      <Loaded from={reviews} lines={6} title={say('The list could not be loaded')}>
        {({ reviews: all }) => {
          const open = all.filter(({ mayRedo }) => mayRedo);
          const rest = all.filter(({ mayRedo }) => !mayRedo);
          const list = (rows: readonly OwnReview[]) => (
            <ul className={styles.rows}>
              {rows.map((review) => (
                <ReviewRow key={review.reviewId} projectId={projectId} review={review} />
              ))}
            </ul>
          );
          if (all.length === 0)
            return (
              <EmptyState title={say('Nothing came back')}>
                {say('What a reviewer returns to you or corrects appears here, with the reason.')}
              </EmptyState>
            );
          return (
            <>
              {open.length > 0 && <Section title={say('To redo')}>{list(open)}</Section>}
              {rest.length > 0 && <Section title={say('Looked at')}>{list(rest)}</Section>}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
