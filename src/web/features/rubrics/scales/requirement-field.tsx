import { type Requirement, requirements } from '#domain/rubrics/requirement.ts';
import { FieldProblem } from '#web/features/rubrics/field-problem.tsx';
import { message, say } from '#web/messages/say.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import styles from './scales.module.css';

const words = {
  off: message('Not asked'),
  optional: message('Optional'),
  required: message('Required'),
} as const;

interface RequirementFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: Requirement;
  readonly onChange: (value: Requirement) => void;
}

/** Whether something is not asked, may be said, or must be. */
export function RequirementField({ label, hint, error, value, onChange }: RequirementFieldProps) {
  return (
    <div>
      <p className={styles.legend}>{label}</p>
      <Segmented
        label={label}
        options={requirements.map((each) => ({ value: each, label: say(words[each]) }))}
        value={value}
        onChange={onChange}
      />
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <FieldProblem text={error} />
    </div>
  );
}
