import { message, say } from '#web/messages/say.ts';
import { NumberField } from '#web/ui/number-field.tsx';
import type { TimingField } from './new-project-form.ts';
import styles from './timing-fields.module.css';

interface TimingFieldsProps {
  readonly values: Readonly<Record<TimingField, number>>;
  readonly problems: Partial<Readonly<Record<TimingField, string>>>;
  readonly onChange: (field: TimingField, value: number) => void;
}

const fields = [
  { field: 'overlap', label: message('Judgments an item'), min: 1, max: 50 },
  { field: 'leaseMinutes', label: message('Minutes a task is held'), min: 1, max: 1440 },
  { field: 'amendMinutes', label: message('Minutes to change one’s mind'), min: 0, max: 10_080 },
] as const;

/** The three numbers that share out the work. */
export function TimingFields({ values, problems, onChange }: TimingFieldsProps) {
  return (
    <div className={styles.fields}>
      {fields.map(({ field, label, ...range }) => (
        <NumberField
          key={field}
          label={say(label)}
          {...range}
          value={values[field]}
          error={problems[field]}
          onChange={(value) => onChange(field, value)}
        />
      ))}
    </div>
  );
}
