import { rubricLimits } from '#domain/rubrics/rubric.ts';
import type { RatingScale } from '#domain/rubrics/scale.ts';
import { setRange } from '#web/features/rubrics/editor/scale-edits.ts';
import { say } from '#web/messages/say.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import styles from './scales.module.css';

interface RatingRangeProps {
  readonly scale: RatingScale;
  readonly onChange: (scale: RatingScale) => void;
}

const usualLowest = [-5, -4, -3, -2, -1, 0, 1];

function options(values: readonly number[]) {
  return values.map((value) => ({ value: String(value), label: String(value) }));
}

/** From which number to which; only ranges that can be asked are offered. */
export function RatingRange({ scale, onChange }: RatingRangeProps) {
  const { min, max } = scale;
  const lowest = usualLowest.includes(min) ? usualLowest : [...usualLowest, min];
  const highest = Array.from({ length: rubricLimits.ratingPoints - 1 }, (_, index) => min + 1 + index);
  return (
    <div className={styles.controls}>
      <SelectField
        label={say('Lowest')}
        options={options(lowest)}
        value={String(min)}
        onChange={(value) => onChange(setRange(scale, { min: Number(value) }))}
      />
      <SelectField
        label={say('Highest')}
        options={options(highest)}
        value={String(max)}
        onChange={(value) => onChange(setRange(scale, { max: Number(value) }))}
      />
      <p className={styles.hint}>
        {say('{points, number} points, with the keys of the same numbers.', { points: max - min + 1 })}
      </p>
    </div>
  );
}
