import { Plus, X } from 'lucide-react';
import { reviewLimits } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { freshKey } from './fresh-key.ts';
import styles from './plan.module.css';
import type { PlanFieldProps } from './plan-field.ts';

/** The project's own grades in the order of their digits. */
export function GradesField({ plan, change }: PlanFieldProps) {
  const { grades } = plan;
  const rename = (key: string, label: string) =>
    change({ grades: grades.map((grade) => (grade.key === key ? { key, label } : grade)) });
  return (
    <div className={styles.list}>
      {grades.map(({ key, label }, index) => (
        <div key={key} className={styles.shareRow}>
          <TextField
            label={say('Grade {number}', { number: index + 1 })}
            labelHidden
            value={label}
            maxLength={reviewLimits.labelCharacters}
            onChange={(event) => rename(key, event.target.value)}
          />
          <IconButton
            label={say('Remove {name}', { name: label })}
            icon={<X />}
            onClick={() => change({ grades: grades.filter((grade) => grade.key !== key) })}
          />
        </div>
      ))}
      {grades.length < reviewLimits.grades && (
        <Button
          variant="quiet"
          icon={<Plus aria-hidden="true" />}
          onClick={() =>
            change({
              grades: [
                ...grades,
                {
                  key: freshKey(
                    'grade',
                    grades.map(({ key }) => key),
                  ),
                  label: say('New grade'),
                },
              ],
            })
          }
        >
          {say('Add a grade')}
        </Button>
      )}
    </div>
  );
}
