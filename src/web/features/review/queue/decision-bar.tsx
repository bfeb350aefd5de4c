import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { GradeChoice } from './grade-choice.tsx';
import type { Look, LookAct } from './look.ts';
import styles from './reviewing.module.css';

interface DecisionBarProps {
  readonly look: Look;
  readonly dispatch: (act: LookAct) => void;
  readonly plan: ReviewPlan;
  readonly send: () => void;
  readonly onAccept: () => void;
  readonly onUndo: () => void;
}

/** Beside the buttons: the grade, and with a correction the words for the author. */
export function DecisionWords({
  look,
  dispatch,
  plan,
}: Pick<DecisionBarProps, 'look' | 'dispatch' | 'plan'>) {
  const isFixing = look.mode === 'fix';
  return (
    <div className={styles.bar}>
      <GradeChoice {...{ plan, look, dispatch }} hasKeys={!isFixing} />
      {isFixing && (
        <div className={styles.why}>
          <TextField
            label={say('Why, for the author')}
            labelHidden
            placeholder={say('Why, for the author')}
            value={look.words}
            maxLength={4_000}
            onChange={(event) => dispatch({ kind: 'words', words: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}

/** What can be done with the judgment on screen, each with its key. */
export function DecisionBar({ look, dispatch, send, onAccept, onUndo }: DecisionBarProps) {
  if (look.mode === 'fix')
    return (
      <>
        <Button variant="quiet" keyHint="Escape" onClick={() => dispatch({ kind: 'look' })}>
          {say('Leave as it was')}
        </Button>
        <Button variant="primary" keyHint="Enter" onClick={send}>
          {say('Save correction')}
        </Button>
      </>
    );
  return (
    <>
      <Button variant="quiet" keyHint="Mod+Z" onClick={onUndo}>
        {say('Undo')}
      </Button>
      <Button keyHint="R" onClick={() => dispatch({ kind: 'return' })}>
        {say('Return')}
      </Button>
      <Button keyHint="E" onClick={() => dispatch({ kind: 'fix' })}>
        {say('Fix')}
      </Button>
      <Button variant="primary" keyHint="Enter" onClick={onAccept}>
        {say('Accept')}
      </Button>
    </>
  );
}
