import { ReviewingScreen } from '#web/features/review/queue/reviewing-screen.tsx';
import { AnswerDesk } from './answer-desk.tsx';

/** The review queue with the judging screen in it. */
export function ReviewingPage() {
  return <ReviewingScreen AnswerDesk={AnswerDesk} />;
}
