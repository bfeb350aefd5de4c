import type { FlagOutcome } from '#domain/queue/flag.ts';
import { flagOutcomes, type ItemHold } from '#domain/queue/flag.ts';
import { say } from '#web/messages/say.ts';
import { nameOutcome } from '#web/session/flag-names.ts';
import { Button } from '#web/ui/button.tsx';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { TextArea } from '#web/ui/text-field.tsx';
import type { Question } from './group-questions.ts';
import styles from './questions.module.css';

interface QuestionActsProps {
  readonly question: Question;
  /** What is written back to who asked. */
  readonly answer: string;
  readonly onAnswer: (answer: string) => void;
  readonly onSettle: (outcome: FlagOutcome) => void;
  readonly onHold: (to: ItemHold) => void;
}

/** What can be done about the question that stands open: an answer, how it ended, and the item's place in the queue. */
export function QuestionActs({ question, answer, onAnswer, onSettle, onHold }: QuestionActsProps) {
  const isOut = question.hold !== 'none';
  const group = say('Questions');
  useShortcuts([
    ...flagOutcomes.map((outcome, index) => ({
      keys: String(index + 1),
      label: nameOutcome(outcome),
      group,
      run: () => onSettle(outcome),
    })),
    { keys: 'B', label: say('Back into the queue'), group, run: () => isOut && onHold('none') },
    { keys: 'X', label: say('Drop the item'), group, run: () => onHold('dropped') },
  ]);
  return (
    <div className={styles.acts}>
      <TextArea
        label={say('Answer to {name}', { name: question.by.name })}
        optional
        rows={2}
        maxLength={2_000}
        value={answer}
        onChange={(event) => onAnswer(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSettle('answered');
        }}
      />
      <div className={styles.buttons}>
        {flagOutcomes.map((outcome, index) => (
          <Button
            key={outcome}
            size="small"
            variant={index === 0 ? 'primary' : 'plain'}
            keyHint={String(index + 1)}
            onClick={() => onSettle(outcome)}
          >
            {nameOutcome(outcome)}
          </Button>
        ))}
        {isOut && (
          <Button size="small" variant="quiet" keyHint="B" onClick={() => onHold('none')}>
            {say('Back into the queue')}
          </Button>
        )}
        {question.hold !== 'dropped' && (
          <Button size="small" variant="quiet" keyHint="X" onClick={() => onHold('dropped')}>
            {say('Drop the item')}
          </Button>
        )}
      </div>
    </div>
  );
}
