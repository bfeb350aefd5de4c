import { useQuery } from '@tanstack/react-query';
import { listOwnQuestions } from '#contract/questions.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { nameOutcome, nameReason } from '#web/session/flag-names.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './own-answers.module.css';

/** What those who decide answered to the person's own flags; nothing where there is no answer yet. */
export function OwnAnswers({ projectId }: { readonly projectId: string }) {
  const { data } = useQuery({
    queryKey: ['own-questions', projectId],
    queryFn: ({ signal }) => api.call(listOwnQuestions, { params: { projectId }, signal }),
  });
  if (data === undefined || data.questions.length === 0) return null;
  return (
    <Section title={say('Answers to your questions')}>
      <ul className={styles.answers}>
        {data.questions.map((question) => (
          <li key={question.flagId}>
            <p className={styles.asked}>
              {nameReason(question.kind)}
              {question.section !== '' && ` · ${question.section}`} · <RelativeTime at={question.settledAt} />
            </p>
            <p dir="auto">{question.note === '' ? question.promptPreview : question.note}</p>
            <p className={styles.answer} dir="auto">
              {question.outcome !== null && <Tag tone="good">{nameOutcome(question.outcome)}</Tag>}{' '}
              {question.answer}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
