import { defaultSeverities } from '#domain/rubrics/error-taxonomy.ts';
import type { MarksScale } from '#domain/rubrics/scale.ts';
import { Disclosure } from '#web/features/rubrics/disclosure.tsx';
import { say } from '#web/messages/say.ts';
import { Switch } from '#web/ui/switch.tsx';
import { OptionList } from './option-list.tsx';
import { RequirementField } from './requirement-field.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

/** The taxonomy of errors, their severities, and what is said about each mark. */
export function MarksForm({ scale, problems, onChange }: ScaleFormProps<MarksScale>) {
  const { types, severities } = scale;
  return (
    <div className={styles.form}>
      <div>
        <Disclosure
          title={say('Types of error')}
          state={types.map(({ label }) => label).join(', ')}
          isForced={problems.below('scale.types') !== undefined}
        >
          <OptionList
            label={say('Types of error')}
            options={types}
            problems={problems}
            at="scale.types"
            onChange={(next, typing) => onChange({ ...scale, types: next }, typing)}
          />
        </Disclosure>
        <Disclosure
          title={say('Severities')}
          state={severities.length === 0 ? say('not asked') : severities.map(({ label }) => label).join(', ')}
          isForced={problems.below('scale.severities') !== undefined}
        >
          <Switch
            label={say('Ask how severe each error is')}
            checked={severities.length > 0}
            onChange={(event) =>
              onChange({ ...scale, severities: event.target.checked ? defaultSeverities : [] })
            }
          />
          {severities.length > 0 && (
            <OptionList
              label={say('Severities, from mild to grave')}
              options={severities}
              problems={problems}
              at="scale.severities"
              onChange={(next, typing) => onChange({ ...scale, severities: next }, typing)}
            />
          )}
        </Disclosure>
      </div>
      <RequirementField
        label={say('Explanation of each mark')}
        value={scale.explanation}
        onChange={(explanation) => onChange({ ...scale, explanation })}
      />
      <RequirementField
        label={say('Suggested correction')}
        value={scale.correction}
        onChange={(correction) => onChange({ ...scale, correction })}
      />
      <Switch
        label={say('A response as a whole can be marked, too')}
        checked={scale.wholeResponse}
        onChange={(event) => onChange({ ...scale, wholeResponse: event.target.checked })}
      />
    </div>
  );
}
