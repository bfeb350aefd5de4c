import { Plus, X } from 'lucide-react';
import { reviewLimits } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { freshKey } from './fresh-key.ts';
import styles from './plan.module.css';
import type { PlanFieldProps } from './plan-field.ts';

/** Sides of a judgment that get a grade each, beside the judgment as a whole. */
export function AspectsField({ plan, change }: PlanFieldProps) {
  const { aspects } = plan;
  const rename = (key: string, label: string) =>
    change({ aspects: aspects.map((aspect) => (aspect.key === key ? { key, label } : aspect)) });
  const add = () => {
    const key = freshKey(
      'aspect',
      aspects.map((aspect) => aspect.key),
    );
    change({ aspects: [...aspects, { key, label: say('New aspect') }] });
  };
  return (
    <div className={classNames(styles.list, styles.more)}>
      <h3>{say('Also graded, each with the grades above')}</h3>
      {aspects.map(({ key, label }, index) => (
        <div key={key} className={styles.shareRow}>
          <TextField
            label={say('Aspect {number}', { number: index + 1 })}
            labelHidden
            value={label}
            maxLength={reviewLimits.labelCharacters}
            onChange={(event) => rename(key, event.target.value)}
          />
          <IconButton
            label={say('Remove {name}', { name: label })}
            icon={<X />}
            onClick={() => change({ aspects: aspects.filter((aspect) => aspect.key !== key) })}
          />
        </div>
      ))}
      {aspects.length < reviewLimits.aspects && (
        <Button
          variant="quiet"
          icon={<Plus aria-hidden="true" />}
          disabled={plan.grades.length === 0}
          onClick={add}
        >
          {say('Add an aspect')}
        </Button>
      )}
    </div>
  );
}
