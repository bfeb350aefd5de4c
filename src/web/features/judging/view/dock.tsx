import { type ReactNode, useRef, useState } from 'react';
import { letterAt } from '#domain/judging/display-order.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import { criteriaOf, findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { hasAnswer } from '#web/features/judging/desk/apply-answer.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import { say, sayAs } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './dock.module.css';
import type { DockProps } from './dock-props.ts';
import { PreferenceRow } from './preference-row.tsx';
import { ResponseRow, TaskRow } from './rating-row.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { WordsRow } from './words-row.tsx';

interface FullDockProps extends DockProps {
  readonly bindings: KeyBindings;
  readonly submitLabel: string;
  /** Offers skipping and flagging; an amendment and a preview do not. */
  readonly isFresh: boolean;
  /** What is said beside the buttons. */
  readonly message: ReactNode;
}

/** What a missing answer is called, in words. */
export function sayMissing(missing: AnswerControl, rubric: Rubric, responseIds: readonly string[]): string {
  if (missing.kind === 'confidence') return say('Say how sure you are.');
  if (missing.kind === 'justification') {
    const { minCharacters } = rubric.justification;
    return minCharacters > 1
      ? say('Say why, in at least {minCharacters, number} characters.', { minCharacters })
      : say('Say why.');
  }
  if (missing.kind === 'conflict') {
    return say('Say which criteria were in conflict, or that none were.');
  }
  const label = findCriterion(rubric, missing.criterionKey)?.label ?? '';
  if (missing.kind !== 'response' && missing.kind !== 'run') {
    return say('“{criterion}” still needs an answer.', { criterion: label });
  }
  return say('“{criterion}” for {letter} still needs an answer.', {
    criterion: label,
    letter: letterAt(responseIds.indexOf(missing.responseId)),
  });
}

interface FieldsProps extends DockProps {
  readonly bindings: KeyBindings;
  /** On a phone: all questions, or the active one alone. */
  readonly sheet: 'open' | 'closed';
}

function Fields({ bindings, sheet, ...dock }: FieldsProps) {
  const { rubric } = dock;
  const pairs = criteriaOf(rubric, 'pair');
  const responses = criteriaOf(rubric, 'response');
  return (
    <div className={styles.fields} data-sheet={sheet}>
      {pairs.map((criterion) => (
        <PreferenceRow
          key={criterion.key}
          {...dock}
          criterion={criterion}
          size={criterion.key === rubric.overallKey || pairs.length === 1 ? 'large' : 'compact'}
          bothBadKey={bindings.both_bad}
        />
      ))}
      {responses.length > 0 && (
        <div className={styles.ratings}>
          {responses.map((criterion) => (
            <ResponseRow key={criterion.key} {...dock} criterion={criterion} />
          ))}
        </div>
      )}
      {criteriaOf(rubric, 'task').map((criterion) => (
        <TaskRow key={criterion.key} {...dock} criterion={criterion} />
      ))}
      <WordsRow {...dock} justifyKey={bindings.justify} />
    </div>
  );
}

interface ActsProps extends Pick<FullDockProps, 'bindings' | 'isFresh' | 'submitLabel' | 'onAct'> {
  readonly children: ReactNode;
}

function Acts({ bindings, isFresh, submitLabel, onAct, children }: ActsProps) {
  const command = (id: JudgeCommandId) => ({
    keyHint: bindings[id],
    onClick: () => onAct({ kind: 'command', id }),
  });
  return (
    <div className={styles.acts}>
      {children}
      {isFresh && (
        <>
          <Button variant="quiet" {...command('flag')}>
            {sayAs('verb', 'Flag')}
          </Button>
          <Button variant="quiet" {...command('skip')}>
            {say('Skip')}
          </Button>
        </>
      )}
      <Button variant="quiet" {...command('undo')}>
        {say('Undo')}
      </Button>
      <Button variant="primary" {...command('submit')}>
        {submitLabel}
      </Button>
    </div>
  );
}

const sheetWidth = 680;

/** Where judgments are given: always in the same place, whatever the texts above. */
export function Dock({ submitLabel, isFresh, message, bindings, ...dock }: FullDockProps) {
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  const { desk, rubric, responseIds } = dock;
  /** In a closed sheet a first answer leads on to the next question, as a digit does. */
  const onAct = (act: JudgeAct) => {
    const isClosedSheet = !isOpen && (place.current?.offsetWidth ?? sheetWidth) < sheetWidth;
    const leadsOn = isClosedSheet && ['prefer', 'rate', 'rate_task', 'confide'].includes(act.kind);
    const isFirst = desk.active !== null && !hasAnswer(desk.answers, desk.active);
    dock.onAct(act);
    if (leadsOn && isFirst) dock.onAct({ kind: 'command', id: 'next_criterion' });
  };
  return (
    <section ref={place} className={styles.dock} aria-label={say('Your judgment')} data-dock="">
      <div className={styles.inner}>
        <SheetBar {...dock} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />
        <Fields {...dock} bindings={bindings} sheet={isOpen ? 'open' : 'closed'} onAct={onAct} />
        <Acts bindings={bindings} isFresh={isFresh} submitLabel={submitLabel} onAct={dock.onAct}>
          <div
            className={styles.message}
            data-tone={desk.missing === null ? undefined : 'warn'}
            role="status"
          >
            {desk.missing === null ? message : sayMissing(desk.missing, rubric, responseIds)}
          </div>
        </Acts>
      </div>
    </section>
  );
}
