import { useState } from 'react';
import { TextField } from '#web/ui/text-field.tsx';

interface DecimalFieldProps {
  readonly label: string;
  readonly value: number;
  readonly error?: string | undefined;
  readonly onChange: (value: number) => void;
}

/** A number with or without a fraction. What is typed stays as it is until the field is left. */
export function DecimalField({ value, onChange, ...field }: DecimalFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...field}
      type="number"
      inputMode="decimal"
      step="any"
      value={typed ?? String(value)}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        if (text.trim() !== '' && Number.isFinite(Number(text))) onChange(Number(text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
