import { useState } from 'react';
import { TextArea } from '#web/ui/text-field.tsx';

interface PhrasesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly phrases: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (phrases: readonly string[]) => void;
}

function phrasesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Phrases, one a line. What is typed stays as it is until the field is left. */
export function PhrasesField({ phrases, onChange, ...field }: PhrasesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextArea
      {...field}
      optional
      rows={1}
      value={typed ?? phrases.join('\n')}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(phrasesIn(event.target.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
