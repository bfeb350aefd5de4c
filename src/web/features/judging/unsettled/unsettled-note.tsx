import type { Unsettled } from '#domain/judging/answers.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './unsettled-note.module.css';

interface UnsettledNoteProps {
  readonly criterion: Criterion;
  readonly unsettled: Unsettled;
  /** The control that it stands for and that keys speak to. */
  readonly control: AnswerControl;
  /** True where the criterion's own controls stand elsewhere and keep the focus. */
  readonly isApart: boolean;
  readonly isActive: boolean;
  readonly keys: { readonly change: string; readonly takeBack: string };
  readonly onAct: (act: JudgeAct) => void;
}

/** Stands where a criterion's answer would, and looks like none of them. */
export function UnsettledNote(props: UnsettledNoteProps) {
  const { criterion, unsettled, control, isApart, isActive, keys, onAct } = props;
  const { section, note } = unsettled;
  const change = () => {
    onAct({ kind: 'activate', control });
    onAct({ kind: 'command', id: 'rubric_unclear' });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: one answer with its two acts, no form
    <div
      id={isApart ? undefined : controlId(control)}
      role="group"
      tabIndex={isApart ? undefined : 0}
      className={styles.row}
      data-active={isActive || undefined}
      data-keeps-focus=""
      aria-label={say('{criterion}: the rubric does not settle this', { criterion: criterion.label })}
      onFocus={isActive || isApart ? undefined : () => onAct({ kind: 'activate', control })}
    >
      <span className={styles.label}>{criterion.label}</span>
      <span className={styles.said}>
        <strong>{say('Not settled by the rubric')}</strong>
        {section !== '' && <span className={styles.section}>§ {section}</span>}
        <span className={styles.note} dir="auto">
          {note}
        </span>
      </span>
      <span className={styles.acts}>
        <Button size="small" variant="quiet" keyHint={keys.change} onClick={change}>
          {say('Change')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          keyHint={keys.takeBack}
          onClick={() =>
            onAct({
              kind: 'answer',
              control,
              change: { record: 'unsettled', key: criterion.key, value: undefined },
            })
          }
        >
          {say('Take back')}
        </Button>
      </span>
    </div>
  );
}
