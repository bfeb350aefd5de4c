import { reviewLimits } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { LabelsList } from './labels-list.tsx';
import styles from './plan.module.css';
import type { PlanFieldProps } from './plan-field.ts';

/** The project's own grades in the order of their digits. */
export function GradesField({ plan, change }: PlanFieldProps) {
  return (
    <div className={styles.list}>
      <LabelsList
        labels={plan.grades}
        most={reviewLimits.grades}
        stem="grade"
        nameField={(number) => say('Grade {number}', { number })}
        newLabel={say('New grade')}
        addLabel={say('Add a grade')}
        onChange={(grades) => change({ grades })}
      />
    </div>
  );
}
