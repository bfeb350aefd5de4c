import type { RatingScale } from '#domain/rubrics/scale.ts';
import { FieldProblem } from '#web/features/rubrics/field-problem.tsx';
import { AnchorList } from './anchor-list.tsx';
import { RatingRange } from './rating-range.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

/** From which number to which, and what the points are called. */
export function RatingForm({ scale, problems, onChange }: ScaleFormProps<RatingScale>) {
  return (
    <div className={styles.form}>
      <div>
        <RatingRange scale={scale} onChange={onChange} />
        <FieldProblem text={problems.at('scale.min') ?? problems.at('scale.max')} />
      </div>
      <AnchorList scale={scale} problems={problems} onChange={onChange} />
    </div>
  );
}
