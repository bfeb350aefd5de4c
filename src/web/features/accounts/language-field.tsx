import { type LanguageChoice, languages } from '#web/messages/languages.ts';
import { say } from '#web/messages/say.ts';
import { SelectField } from '#web/ui/select-field.tsx';

interface LanguageFieldProps {
  readonly value: LanguageChoice;
  readonly onChange: (language: LanguageChoice) => void;
}

const own = Object.entries(languages).map(([value, { name }]) => ({
  value: value as keyof typeof languages,
  label: name,
}));

/** The language of the page; each is listed by its own name, so that nobody is caught in one they cannot read. */
export function LanguageField({ value, onChange }: LanguageFieldProps) {
  return (
    <SelectField
      label={say('Language')}
      hint={say('Of the interface. Rubrics, guidelines and responses stay as they are.')}
      options={[{ value: 'auto', label: say('As the browser') }, ...own]}
      value={value}
      onChange={onChange}
    />
  );
}
