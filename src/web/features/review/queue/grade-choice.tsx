import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import type { Look, LookAct } from './look.ts';
import styles from './reviewing.module.css';

interface GradeChoiceProps {
  readonly plan: ReviewPlan;
  readonly look: Look;
  readonly dispatch: (act: LookAct) => void;
  /** Digits give grades while looking; while correcting they answer. */
  readonly hasKeys: boolean;
}

/** Whether more is graded than the judgment as a whole. */
export function asksMoreGrades({ grades, gradesCriteria, aspects }: ReviewPlan): boolean {
  return grades.length > 0 && (gradesCriteria || aspects.length > 0);
}

/** The project's grades, chosen by digit; the same again takes it back. */
export function GradeChoice({ plan, look, dispatch, hasKeys }: GradeChoiceProps) {
  if (plan.grades.length === 0) return null;
  const graded = Object.keys(look.criterionGrades).length + Object.keys(look.aspectGrades).length;
  return (
    <div className={styles.grades}>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that can be released are no radio group */}
      <div role="group" aria-label={say('Grade')} className={styles.gradeList}>
        {plan.grades.map(({ key, label }, index) => (
          <button
            key={key}
            type="button"
            className={styles.grade}
            aria-pressed={look.grade === key}
            onClick={() => dispatch({ kind: 'grade', key })}
          >
            {label}
            {hasKeys && <Kbd keys={String(index + 1)} />}
          </button>
        ))}
      </div>
      {asksMoreGrades(plan) && hasKeys && (
        <Button variant="quiet" keyHint="G" onClick={() => dispatch({ kind: 'grades' })}>
          {graded === 0
            ? say('One by one')
            : say('{count, plural, one {# grade} other {# grades}} one by one', { count: graded })}
        </Button>
      )}
    </div>
  );
}
