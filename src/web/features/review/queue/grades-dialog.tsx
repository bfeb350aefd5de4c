import { type KeyboardEvent, useRef } from 'react';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import type { Look, LookAct } from './look.ts';
import styles from './reviewing.module.css';

interface GradesDialogProps {
  readonly look: Look;
  readonly dispatch: (act: LookAct) => void;
  readonly plan: ReviewPlan;
  readonly rubric: Rubric;
  readonly onClose: () => void;
}

/** Something that is graded for itself. */
interface Graded {
  readonly id: string;
  readonly label: string;
  readonly grade: string | undefined;
  /** The same grade again takes it back. */
  readonly give: (key: string) => void;
}

function listGraded({ look, dispatch, plan, rubric }: Omit<GradesDialogProps, 'onClose'>): Graded[] {
  const aspects = plan.aspects.map(
    ({ key: aspectKey, label }): Graded => ({
      ...{ id: `aspect ${aspectKey}`, label, grade: look.aspectGrades[aspectKey] },
      give: (key) => dispatch({ kind: 'grade_aspect', aspectKey, key }),
    }),
  );
  const criteria = plan.gradesCriteria ? rubric.criteria : [];
  return [
    ...aspects,
    ...criteria.map(
      ({ key: criterionKey, label }): Graded => ({
        ...{ id: `criterion ${criterionKey}`, label, grade: look.criterionGrades[criterionKey] },
        give: (key) => dispatch({ kind: 'grade_criterion', criterionKey, key }),
      }),
    ),
  ];
}

/** A grade for each aspect and each criterion, where the project asks for them: a digit grades and goes on. */
export function GradesDialog({ onClose, ...props }: GradesDialogProps) {
  const { grades } = props.plan;
  const rows = listGraded(props);
  const list = useRef<HTMLDivElement>(null);
  const focusRow = (index: number) => {
    const row = list.current?.children[index];
    row?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number, give: Graded['give']) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const grade = grades[Number(event.key) - 1];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (grade === undefined && step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (grade !== undefined) give(grade.key);
    focusRow(index + (step === 0 ? 1 : step));
  };
  return (
    <Dialog
      open
      title={props.plan.aspects.length > 0 ? say('Grades one by one') : say('Grades by criterion')}
      onClose={onClose}
      footer={
        <Button variant="primary" keyHint="Escape" onClick={onClose}>
          {say('Done')}
        </Button>
      }
    >
      <div ref={list} className={styles.gradeRows}>
        {rows.map(({ id, label, grade, give }, index) => (
          // biome-ignore lint/a11y/useSemanticElements: buttons that can be released are no radio group
          <div
            key={id}
            role="group"
            aria-label={label}
            className={styles.gradeRow}
            onKeyDown={(event) => onKeyDown(event, index, give)}
          >
            <span>{label}</span>
            <span className={styles.gradeList}>
              {grades.map(({ key, label: name }, place) => (
                <button
                  key={key}
                  type="button"
                  className={styles.grade}
                  aria-pressed={grade === key}
                  {...(index === 0 && place === 0 && { 'data-autofocus': '' })}
                  onClick={() => give(key)}
                >
                  {name}
                  <Kbd keys={String(place + 1)} />
                </button>
              ))}
            </span>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
