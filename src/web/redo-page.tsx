import { RedoScreen } from '#web/features/review/returned/redo-screen.tsx';
import { AnswerDesk } from './answer-desk.tsx';

/** A returned judgment with the judging screen to redo it in. */
export function RedoPage() {
  return <RedoScreen AnswerDesk={AnswerDesk} />;
}
