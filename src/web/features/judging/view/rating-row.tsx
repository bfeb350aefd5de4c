import { letterAt } from '#domain/judging/display-order.ts';
import { isAsked } from '#domain/judging/is-asked.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { ValueControl } from '#web/features/judging/values/value-control.tsx';
import { say } from '#web/messages/say.ts';
import { type DockProps, standingOf } from './dock-props.ts';
import styles from './rating-row.module.css';

interface RowProps extends DockProps {
  readonly criterion: Criterion;
}

/** A criterion asked of each response: one row, the same control under each letter. */
export function ResponseRow({ criterion, ...dock }: RowProps) {
  const { active, answers } = dock.desk;
  const isActive = active?.kind === 'response' && active.criterionKey === criterion.key;
  return (
    <div className={styles.row} data-active={isActive || undefined}>
      <span className={styles.label}>{criterion.label}</span>
      <div className={styles.cells} data-count={dock.responseIds.length}>
        {dock.responseIds.map((responseId, index) => (
          // By place, not by response: from task to task the controls stay, and only what they ask of changes.
          <div key={letterAt(index)} className={styles.cell}>
            <span className={styles.letter}>{letterAt(index)}</span>
            {isAsked(criterion, { rubric: dock.rubric, answers, unitId: responseId }) ? (
              <ValueControl
                {...dock}
                criterion={criterion}
                control={{ kind: 'response', criterionKey: criterion.key, responseId }}
                name={say('{criterion}, response {letter}', {
                  criterion: criterion.label,
                  letter: letterAt(index),
                })}
              />
            ) : (
              <span className={styles.notAsked} title={say('Not asked of this response')}>
                –
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A criterion asked of the task as a whole. */
export function TaskRow({ criterion, ...dock }: RowProps) {
  const control = { kind: 'task', criterionKey: criterion.key } as const;
  return (
    <div className={styles.row} data-active={standingOf(dock.desk, control).isActive || undefined}>
      <span className={styles.label}>{criterion.label}</span>
      <ValueControl {...dock} criterion={criterion} control={control} name={criterion.label} />
    </div>
  );
}
