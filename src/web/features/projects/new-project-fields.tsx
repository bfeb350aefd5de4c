import { say } from '#web/messages/say.ts';
import { Stack } from '#web/ui/stack.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import { describeTiming, type NewProjectForm, type TimingField } from './new-project-form.ts';
import styles from './new-project-screen.module.css';
import { TimingFields } from './timing-fields.tsx';

interface NewProjectFieldsProps {
  readonly form: NewProjectForm;
  readonly problems: Partial<Readonly<Record<TimingField | 'name', string | undefined>>>;
  readonly onChange: (part: Partial<NewProjectForm>) => void;
}

/** The name in sight; what has good usual values is folded into one sentence. */
export function NewProjectFields({ form, problems, onChange }: NewProjectFieldsProps) {
  const { name: _name, ...timing } = problems;
  return (
    <Stack gap={4}>
      <div className={styles.name}>
        <TextField
          label={say('Name')}
          value={form.name}
          maxLength={120}
          autoComplete="off"
          error={problems.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      <details className={styles.more}>
        <summary>
          <span>{describeTiming(form)}</span> <span className={styles.change}>{say('Change')}</span>
        </summary>
        <div className={styles.moreFields}>
          <TimingFields
            values={form}
            problems={timing as Partial<Record<TimingField, string>>}
            onChange={(field, value) => onChange({ [field]: value })}
          />
          <TextArea
            label={say('Instructions')}
            optional
            value={form.instructions}
            maxLength={8_000}
            hint={say('A few sentences shown before the first task. The guidelines hold the details.')}
            onChange={(event) => onChange({ instructions: event.target.value })}
          />
        </div>
      </details>
    </Stack>
  );
}
