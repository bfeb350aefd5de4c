import { type ReactNode, useState } from 'react';
import { TextField } from './text-field.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly disabled?: boolean;
  /** Called with whole numbers only; an empty field changes nothing until it is left. */
  readonly onChange: (value: number) => void;
}

/** A whole number. What is typed stays as it is until the field is left, then the value stands again. */
export function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...field}
      type="number"
      inputMode="numeric"
      value={typed ?? String(value)}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        if (/^-?\d+$/.test(text)) onChange(Number(text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
