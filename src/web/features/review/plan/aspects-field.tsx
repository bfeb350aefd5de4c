import { reviewLimits } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { classNames } from '#web/ui/class-names.ts';
import { LabelsList } from './labels-list.tsx';
import styles from './plan.module.css';
import type { PlanFieldProps } from './plan-field.ts';

/** Sides of a judgment that get a grade each, beside the judgment as a whole. */
export function AspectsField({ plan, change }: PlanFieldProps) {
  return (
    <div className={classNames(styles.list, styles.more)}>
      <h3>{say('Also graded, each with the grades above')}</h3>
      <LabelsList
        labels={plan.aspects}
        most={reviewLimits.aspects}
        stem="aspect"
        nameField={(number) => say('Aspect {number}', { number })}
        newLabel={say('New aspect')}
        addLabel={say('Add an aspect')}
        canAdd={plan.grades.length > 0}
        onChange={(aspects) => change({ aspects })}
      />
    </div>
  );
}
