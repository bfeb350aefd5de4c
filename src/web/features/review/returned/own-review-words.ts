import type { OwnReview } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';

/** Where one look at a judgment stands, in the author's words. */
export function sayState({ verdict, answer, resolution, mayRedo }: OwnReview): string {
  if (resolution !== null) {
    if (resolution.verdict === 'accepted') return say('Somebody else looked: your judgment stands');
    if (resolution.verdict === 'fixed') return say('Somebody else looked and corrected it');
    return mayRedo
      ? say('Somebody else looked: to be redone')
      : say('Somebody else looked, and you redid it');
  }
  if (answer === 'disputed') return say('You disputed this; somebody else will look');
  if (answer === 'redone') return say('You redid this');
  return verdict === 'fixed' ? say('Corrected by a reviewer') : say('Returned by a reviewer');
}
