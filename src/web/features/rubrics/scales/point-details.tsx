import { rubricLimits } from '#domain/rubrics/rubric.ts';
import { joinHelp, splitHelp } from '#web/features/rubrics/editor/help-example.ts';
import { say } from '#web/messages/say.ts';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import styles from './scales.module.css';

interface PointDetailsProps {
  /** What is explained, for screen readers: "Point 3". */
  readonly name: string;
  readonly help: string;
  readonly helpError: string | undefined;
  readonly keyField?: { readonly value: string; readonly error: string | undefined };
  readonly onChange: (change: { help?: string; key?: string }, field: string) => void;
}

/** When a point or option is to be chosen, an example of it, and its key in data. */
export function PointDetails({ name, help, helpError, keyField, onChange }: PointDetailsProps) {
  const { meaning, example } = splitHelp(help);
  return (
    <div className={styles.details}>
      <TextArea
        label={say('{name}: when to choose it', { name })}
        labelHidden
        rows={1}
        value={meaning}
        maxLength={rubricLimits.helpCharacters}
        placeholder={say('When to choose it')}
        error={helpError}
        onChange={(event) => onChange({ help: joinHelp({ meaning: event.target.value, example }) }, 'help')}
      />
      <TextArea
        label={say('{name}: an example', { name })}
        labelHidden
        rows={1}
        value={example}
        maxLength={rubricLimits.helpCharacters / 2}
        placeholder={say('An example of it')}
        onChange={(event) =>
          onChange({ help: joinHelp({ meaning, example: event.target.value }) }, 'example')
        }
      />
      {keyField && (
        <TextField
          label={say('{name}: key in data and exports', { name })}
          labelHidden
          value={keyField.value}
          maxLength={60}
          placeholder="key_in_exports"
          spellCheck={false}
          autoCapitalize="off"
          hint={say('Key in data and exports.')}
          error={keyField.error}
          onChange={(event) => onChange({ key: event.target.value }, 'key')}
        />
      )}
    </div>
  );
}
