import { rubricLimits } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { TextArea, TextField } from '#web/ui/text-field.tsx';

interface WordsFieldsProps {
  /** What is named, for screen readers: "Point 3". */
  readonly name: string;
  readonly words: { readonly label: string; readonly help?: string | undefined };
  readonly labelError?: string | undefined;
  readonly helpError?: string | undefined;
  readonly placeholder?: string;
  readonly keyField?: { readonly value: string; readonly error?: string | undefined };
  readonly onChange: (change: { label?: string; help?: string; key?: string }, field: string) => void;
}

/** The name of a point or option and when to choose it, one below the other. */
export function WordsFields(props: WordsFieldsProps) {
  const { name, words, keyField, onChange } = props;
  return (
    <>
      <TextField
        label={say('{name}: label', { name })}
        labelHidden
        value={words.label}
        maxLength={rubricLimits.labelCharacters}
        placeholder={props.placeholder ?? say('Label')}
        error={props.labelError}
        onChange={(event) => onChange({ label: event.target.value }, 'label')}
      />
      {keyField && (
        <TextField
          label={say('{name}: key in data and exports', { name })}
          labelHidden
          value={keyField.value}
          maxLength={60}
          placeholder="key_in_exports"
          spellCheck={false}
          error={keyField.error}
          onChange={(event) => onChange({ key: event.target.value }, 'key')}
        />
      )}
      <TextArea
        label={say('{name}: when to choose it', { name })}
        labelHidden
        rows={1}
        value={words.help ?? ''}
        maxLength={rubricLimits.helpCharacters}
        placeholder={say('When to choose it')}
        error={props.helpError}
        onChange={(event) => onChange({ help: event.target.value }, 'help')}
      />
    </>
  );
}
