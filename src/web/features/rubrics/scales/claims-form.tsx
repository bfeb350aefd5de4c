import type { ClaimsScale } from '#domain/rubrics/scale.ts';
import { say } from '#web/messages/say.ts';
import { OptionList } from './option-list.tsx';
import { RequirementField } from './requirement-field.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

/** The verdicts on a claim, and what is said with each. */
export function ClaimsForm({ scale, problems, onChange }: ScaleFormProps<ClaimsScale>) {
  return (
    <div className={styles.form}>
      <div>
        <p className={styles.legend}>{say('Verdicts')}</p>
        <OptionList
          label={say('Verdicts')}
          options={scale.verdicts}
          problems={problems}
          at="scale.verdicts"
          onChange={(verdicts, typing) => onChange({ ...scale, verdicts }, typing)}
        />
      </div>
      <RequirementField
        label={say('Address of a source')}
        value={scale.source}
        onChange={(source) => onChange({ ...scale, source })}
      />
      <RequirementField
        label={say('Note to each claim')}
        value={scale.note}
        onChange={(note) => onChange({ ...scale, note })}
      />
    </div>
  );
}
