import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { readGoldFeedback } from '#contract/gold.ts';
import type { ResponseOf } from '#contract/route.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import type { JudgingSession } from '#web/features/judging/live/judging-session.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PlainText } from '#web/ui/rendered-text/plain-text.tsx';
import { listAnswerLines } from './answer-lines.ts';
import styles from './feedback-panel.module.css';

type Feedback = ResponseOf<typeof readGoldFeedback>;
type CriterionFeedback = Feedback['criteria'][number];

interface FeedbackPanelProps {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly versions: Pick<JudgingSession['versions'], 'rubric'>;
  readonly onRead: () => void;
}

/** What was expected of a training task, and why. It waits beside the next task until it is put away. */
export function FeedbackPanel({ projectId, assignmentId, versions, onRead }: FeedbackPanelProps) {
  const feedback = useQuery({
    queryKey: ['feedback', projectId, assignmentId],
    queryFn: async ({ signal }) => {
      const read = await api.call(readGoldFeedback, { params: { projectId, assignmentId }, signal });
      return { ...read, rubric: await versions.rubric(read.rubricVersion) };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyU') return;
    event.preventDefault();
    onRead();
  });
  // Synchronises with the keyboard.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const { data } = feedback;
  // A gold that came under suspicion meanwhile has nothing to teach.
  if (data === undefined) return null;
  const isRight = data.passed === true;
  return (
    <section className={styles.panel} aria-label={say('Feedback on a training task')}>
      <Notice
        tone={isRight ? 'good' : 'warn'}
        title={isRight ? say('Training: as expected') : say('Training: not as expected')}
        action={
          <Button size="small" onClick={onRead}>
            {say('Understood')} <Kbd keys="Alt+U" />
          </Button>
        }
      >
        <div className={styles.excerpt}>
          <PlainText text={data.promptPreview} cutAt={0} />
        </div>
        {data.criteria
          .filter(({ outcome }) => outcome !== 'not_comparable')
          .map((criterion) => (
            <OneCriterion key={criterion.criterionKey} criterion={criterion} feedback={data} />
          ))}
      </Notice>
    </section>
  );
}

/** The answers to one criterion in words, under the letters that the person saw. */
function linesOf(answers: Feedback['expected'], key: string, { rubric, shownOrder }: FeedbackOf): string {
  const only = <Value,>(record: Readonly<Record<string, Value>> | undefined) =>
    record && Object.hasOwn(record, key) ? { [key]: record[key] as Value } : {};
  const { pair, ranking, response, turn, step, task } = answers as Answers;
  const own: Answers = {
    pair: only(pair),
    ranking: only(ranking),
    response: only(response),
    turn: only(turn),
    step: only(step),
    task: only(task),
  };
  const lines = listAnswerLines(own, { rubric, responseIds: shownOrder });
  return lines.map(({ label, text }) => (lines.length > 1 ? `${label}: ${text}` : text)).join(' · ');
}

type FeedbackOf = Feedback & { readonly rubric: Rubric };

function OneCriterion({
  criterion,
  feedback,
}: {
  readonly criterion: CriterionFeedback;
  readonly feedback: FeedbackOf;
}) {
  const { criterionKey, outcome, explanation } = criterion;
  const label = findCriterion(feedback.rubric, criterionKey)?.label ?? criterionKey;
  return (
    <div className={styles.criterion}>
      <strong>
        {outcome === 'passed'
          ? say('{criterion}: right', { criterion: label })
          : say('{criterion}: expected otherwise', { criterion: label })}
      </strong>
      <span>{say('Expected: {answer}', { answer: linesOf(feedback.expected, criterionKey, feedback) })}</span>
      {outcome === 'failed' && (
        <span>{say('Yours: {answer}', { answer: linesOf(feedback.given, criterionKey, feedback) })}</span>
      )}
      {explanation !== '' && <PlainText text={explanation} cutAt={0} />}
    </div>
  );
}
