import type { ScaleValue } from '#domain/judging/answers.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { ratingForDigit } from '#web/features/judging/desk/answer-for-digit.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { listControlValues, readControlValue, valueAct } from '#web/features/judging/desk/control-values.ts';
import { say } from '#web/messages/say.ts';
import { anchorOf, type DockProps, standingOf } from './dock-props.ts';
import { type RadioOption, RadioRow } from './radio-row.tsx';
import styles from './rating-row.module.css';

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

function optionOf(criterion: Criterion, value: ScaleValue, index: number): RadioOption {
  const { scale } = criterion;
  if (scale.kind === 'choice') {
    const label = scale.options[index]?.label ?? String(value);
    return { key: String(value), text: label, label, name: label, digit: digits[index] };
  }
  const label = typeof value === 'number' ? anchorOf(criterion, value) : undefined;
  const digit =
    scale.kind === 'rating' ? digits.find((each) => ratingForDigit(scale, each) === value) : undefined;
  const name = label === undefined ? String(value) : `${value}: ${label}`;
  return { key: String(value), text: String(value), ...(label && { label }), name, digit };
}

interface CellProps extends DockProps {
  readonly criterion: Criterion;
  readonly control: AnswerControl;
  readonly name: string;
}

function ValueCell({ criterion, control, name, rubric, desk, onAct }: CellProps) {
  const values = listControlValues(control, rubric);
  const chosen = readControlValue(desk.answers, control);
  return (
    <RadioRow
      id={controlId(control)}
      name={name}
      look={criterion.scale.kind === 'choice' ? 'words' : 'circles'}
      options={values.map((value, index) => optionOf(criterion, value, index))}
      chosen={chosen === undefined ? undefined : String(chosen)}
      {...standingOf(desk, control)}
      isRequired={criterion.required}
      hasCaption={criterion.scale.kind === 'rating'}
      onPick={(key) => {
        const value = values.find((each) => String(each) === key);
        const act = value === undefined ? undefined : valueAct(control, value);
        if (act !== undefined) onAct(act);
      }}
      onActivate={() => onAct({ kind: 'activate', control })}
    />
  );
}

/** A criterion asked of each response: one row, the same control under each letter. */
export function ResponseRow({ criterion, ...dock }: DockProps & { readonly criterion: Criterion }) {
  const { active } = dock.desk;
  const isActive = active?.kind === 'response' && active.criterionKey === criterion.key;
  return (
    <div className={styles.row} data-active={isActive || undefined}>
      <span className={styles.label}>{criterion.label}</span>
      <div className={styles.cells}>
        {dock.responseIds.map((responseId, index) => (
          // By place, not by response: from task to task the controls stay, and only what they ask of changes.
          <div key={letterAt(index)} className={styles.cell}>
            <span className={styles.letter}>{letterAt(index)}</span>
            <ValueCell
              {...dock}
              criterion={criterion}
              control={{ kind: 'response', criterionKey: criterion.key, responseId }}
              name={say('{criterion}, response {letter}', {
                criterion: criterion.label,
                letter: letterAt(index),
              })}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

/** A criterion asked of the task as a whole. */
export function TaskRow({ criterion, ...dock }: DockProps & { readonly criterion: Criterion }) {
  const control = { kind: 'task', criterionKey: criterion.key } as const;
  return (
    <div className={styles.row} data-active={standingOf(dock.desk, control).isActive || undefined}>
      <span className={styles.label}>{criterion.label}</span>
      <ValueCell {...dock} criterion={criterion} control={control} name={criterion.label} />
    </div>
  );
}
