import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Field } from './field.tsx';

interface Shared {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

export interface TextFieldProps extends Shared, Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> {
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text; `type` may be email, password, number, search, date… */
export function TextField({ label, labelHidden, hint, error, optional, ...input }: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional}>
      {(ids) => <input {...input} {...ids} className={styles.control} />}
    </Field>
  );
}

export interface TextAreaProps
  extends Shared,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> {
  readonly code?: boolean;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with what is written. */
export function TextArea({ label, labelHidden, hint, error, optional, code, ...area }: TextAreaProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional}>
      {(ids) => (
        <textarea
          rows={3}
          {...area}
          {...ids}
          className={classNames(styles.control, styles.area, code && styles.code)}
        />
      )}
    </Field>
  );
}
