import { useReducer, useRef } from 'react';
import type { Answers } from '#domain/judging/answers.ts';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { AnswerDesk } from '#web/features/review/answer-desk-props.ts';
import type { ReviewTask } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { DecisionBar, DecisionWords } from './decision-bar.tsx';
import { asksMoreGrades } from './grade-choice.tsx';
import { GradesDialog } from './grades-dialog.tsx';
import { beginLook, type Look, type LookAct, reduceLook } from './look.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { ReviewStrip } from './review-strip.tsx';
import styles from './reviewing.module.css';
import type { Decision } from './use-review-queue.ts';

interface ReviewOneProps {
  readonly AnswerDesk: AnswerDesk;
  readonly projectId: string;
  readonly task: ReviewTask;
  readonly rubric: Rubric;
  readonly plan: ReviewPlan;
  readonly onDecide: (decision: Decision) => void;
  readonly onUndo: () => void;
}

/** Keys of looking; while somebody corrects, the keys of judging rule instead. */
function useLookKeys(
  { look, plan }: { look: Look; plan: ReviewPlan },
  dispatch: (act: LookAct) => void,
  accept: () => void,
): void {
  const group = say('Review');
  const when = (run: () => void) => () => {
    if (look.mode === 'look') run();
  };
  const grading = {
    keys: 'G',
    label: say('Grade one by one'),
    group,
    run: when(() => dispatch({ kind: 'grades' })),
  };
  useShortcuts([
    // Enter belongs to the desk, where a focused button keeps its own.
    { keys: 'A', label: say('Accept, as Enter does'), group, run: when(accept) },
    { keys: 'E', label: say('Fix the answers'), group, run: when(() => dispatch({ kind: 'fix' })) },
    { keys: 'R', label: say('Return with a reason'), group, run: when(() => dispatch({ kind: 'return' })) },
    ...(asksMoreGrades(plan) ? [grading] : []),
  ]);
}

/** One judgment: what was asked, what its author said, and what the reviewer makes of it. */
export function ReviewOne({ AnswerDesk, projectId, task, rubric, plan, onDecide, onUndo }: ReviewOneProps) {
  const [look, dispatch] = useReducer(reduceLook, beginLook);
  const startedAt = useRef(performance.now());
  const decide = (verdict: Decision['verdict'], more: { words?: string; answers?: Answers } = {}) =>
    onDecide({
      verdict,
      grade: look.grade,
      criterionGrades: look.criterionGrades,
      aspectGrades: look.aspectGrades,
      words: more.words ?? look.words,
      answers: more.answers ?? null,
      activeMs: Math.min(86_400_000, Math.round(performance.now() - startedAt.current)),
    });
  useLookKeys({ look, plan }, dispatch, () => decide('accepted'));
  const { prompt, responses, brief, code, dialogue, answers } = task;
  const close = () => dispatch({ kind: 'look' });
  return (
    <>
      <ReviewStrip {...{ projectId, task, rubric, plan }} />
      <div className={styles.desk}>
        <AnswerDesk
          task={{ key: `${task.judgmentId}/${look.round}`, rubric, prompt, responses, brief, code, dialogue }}
          projectId={projectId}
          answers={answers}
          isLooking={look.mode !== 'fix'}
          message={<DecisionWords {...{ look, dispatch, plan }} />}
          acts={(send) => (
            <DecisionBar {...{ look, dispatch, plan, send, onUndo }} onAccept={() => decide('accepted')} />
          )}
          onTouch={() => dispatch({ kind: 'touch' })}
          onSend={(given) => (look.mode === 'fix' ? decide('fixed', { answers: given }) : decide('accepted'))}
          onUndo={onUndo}
          onLeave={close}
          onDigit={(digit) => dispatch({ kind: 'grade', key: plan.grades[digit - 1]?.key ?? null })}
        />
      </div>
      {look.mode === 'return' && (
        <ReturnDialog
          {...{ look, dispatch, plan }}
          onClose={close}
          onReturn={(words) => decide('returned', { words })}
        />
      )}
      {look.mode === 'grades' && <GradesDialog {...{ look, dispatch, plan, rubric }} onClose={close} />}
    </>
  );
}
