import { type ReactNode, useRef, useState } from 'react';
import { ownValue } from '#domain/judging/answers.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import { type AnswerControl, listControls } from '#domain/judging/missing-answers.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import type { ScaleKind } from '#domain/rubrics/scale.ts';
import { hasAnswer } from '#web/features/judging/desk/apply-answer.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import { UnsettledPanel } from '#web/features/judging/unsettled/unsettled-panel.tsx';
import { say, sayAs } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './dock.module.css';
import { DockFields } from './dock-fields.tsx';
import type { DockProps } from './dock-props.ts';
import { SheetBar } from './sheet-bar.tsx';

interface FullDockProps extends DockProps {
  readonly bindings: KeyBindings;
  readonly submitLabel: string;
  /** Offers skipping and flagging; an amendment and a preview do not. */
  readonly isFresh: boolean;
  /** Stands in place of the usual buttons. */
  readonly acts?: ReactNode;
  /** What is said beside the buttons. */
  readonly message: ReactNode;
  /** What the answer that kept the judgment from being sent still lacks, where it was begun. */
  readonly unfinished?: string | null | undefined;
  /** The headings of the guidelines in force. */
  readonly sections?: readonly string[] | undefined;
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

interface ActsProps extends Pick<FullDockProps, 'bindings' | 'isFresh' | 'submitLabel' | 'onAct' | 'acts'> {
  readonly children: ReactNode;
}

function Acts({ bindings, isFresh, submitLabel, onAct, acts, children }: ActsProps) {
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
      {acts ?? (
        <>
          <Button variant="quiet" {...command('undo')}>
            {say('Undo')}
          </Button>
          <Button variant="primary" {...command('submit')}>
            {submitLabel}
          </Button>
        </>
      )}
    </div>
  );
}

const sheetWidth = 680;
const oneAnswer: readonly (ScaleKind | undefined)[] = ['preference', 'rating', 'choice', 'step_label'];

/** Acts that answer a question as a whole; words and choices of several go on. */
function answersWhole(act: JudgeAct, rubric: Rubric): boolean {
  if (act.kind === 'confide') return true;
  if (act.kind !== 'prefer' && act.kind !== 'rate' && act.kind !== 'rate_task') return false;
  return oneAnswer.includes(findCriterion(rubric, act.criterionKey)?.scale.kind);
}

/** The place for saying that the rubric does not settle a criterion, while it is open. */
function Unsettling({ desk, rubric, responseIds, onAct, sections = [] }: Omit<FullDockProps, 'submitLabel'>) {
  const criterion = rubric.criteria.find(({ key }) => key === desk.unsettling);
  const isOwn = (control: AnswerControl | null) =>
    control !== null && 'criterionKey' in control && control.criterionKey === criterion?.key;
  const control = isOwn(desk.active) ? desk.active : listControls({ rubric, responseIds }).find(isOwn);
  if (criterion === undefined || !control) return null;
  const { key, label } = criterion;
  return (
    <UnsettledPanel
      key={key}
      label={label}
      given={ownValue(desk.answers.unsettled, key)}
      sections={sections}
      onSay={(value) => onAct({ kind: 'answer', control, change: { record: 'unsettled', key, value } })}
      onClose={() => onAct({ kind: 'leave_text' })}
    />
  );
}

/** Where judgments are given: always in the same place, whatever the texts above. */
export function Dock(props: FullDockProps) {
  const { submitLabel, isFresh, acts, message, bindings, unfinished, sections: _, ...dock } = props;
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  const { desk, rubric, responseIds } = dock;
  /** In a closed sheet a first answer leads on to the next question, as a digit does. */
  const onAct = (act: JudgeAct) => {
    const isClosedSheet = !isOpen && (place.current?.offsetWidth ?? sheetWidth) < sheetWidth;
    const isFirst = desk.active !== null && !hasAnswer(desk.answers, desk.active);
    dock.onAct(act);
    if (isClosedSheet && isFirst && answersWhole(act, rubric))
      dock.onAct({ kind: 'command', id: 'next_criterion' });
  };
  return (
    <section ref={place} className={styles.dock} aria-label={say('Your judgment')} data-dock="">
      <div className={styles.inner}>
        <SheetBar {...dock} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />
        <div className={styles.body} data-unsettling={desk.unsettling !== undefined || undefined}>
          <DockFields {...dock} bindings={bindings} sheet={isOpen ? 'open' : 'closed'} onAct={onAct} />
          <Unsettling {...props} />
        </div>
        <Acts {...{ acts, bindings, isFresh, submitLabel }} onAct={dock.onAct}>
          <div
            className={styles.message}
            data-tone={desk.missing === null ? undefined : 'warn'}
            role="status"
          >
            {desk.missing === null ? message : (unfinished ?? sayMissing(desk.missing, rubric, responseIds))}
          </div>
        </Acts>
      </div>
    </section>
  );
}
