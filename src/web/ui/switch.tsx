import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './switch.module.css';

interface ToggleProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
}

function Toggle({ label, hint, look, ...input }: ToggleProps & { readonly look: 'switch' | 'check' }) {
  const hintId = useId();
  return (
    <label className={styles.row}>
      <input
        {...input}
        type="checkbox"
        role={look === 'switch' ? 'switch' : undefined}
        className={styles[look]}
        aria-describedby={hint === undefined ? undefined : hintId}
      />
      <span>
        {label}
        {hint !== undefined && (
          <span className={styles.hint} id={hintId}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

/** On or off, at once. */
export function Switch(props: ToggleProps) {
  return <Toggle {...props} look="switch" />;
}

/** Chosen or not, told to the server when a form is sent. */
export function Checkbox(props: ToggleProps) {
  return <Toggle {...props} look="check" />;
}
