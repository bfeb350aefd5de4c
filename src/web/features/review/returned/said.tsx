import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { OwnReviewDetail } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { sayState } from './own-review-words.ts';
import styles from './returned.module.css';

/** What a reviewer said about a judgment, the grades of single sides of it too. */
export function Said({ review, rubric }: { readonly review: OwnReviewDetail; readonly rubric: Rubric }) {
  const labels = new Map(rubric.criteria.map(({ key, label }) => [key, label]));
  const graded = [
    ...review.aspectGrades.map(({ aspect, grade }) => `${aspect}: ${grade}`),
    ...Object.entries(review.criterionGrades).map(([key, grade]) => `${labels.get(key) ?? key}: ${grade}`),
  ];
  return (
    <section className={styles.said} aria-label={say('What the reviewer said')}>
      <p>
        <strong>{sayState(review)}</strong>
        {review.grade !== null && ` · ${review.grade}`}
        {graded.length > 0 && ` · ${graded.join(' · ')}`}
      </p>
      {review.words !== '' && (
        <blockquote className={styles.quote} dir="auto">
          {review.words}
        </blockquote>
      )}
      {review.answerWords !== '' && <p dir="auto">{say('You: {words}', { words: review.answerWords })}</p>}
      {review.resolution !== null && review.resolution.words !== '' && (
        <blockquote className={styles.quote} dir="auto">
          {review.resolution.words}
        </blockquote>
      )}
    </section>
  );
}
