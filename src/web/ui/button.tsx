import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';

export interface ButtonLook {
  /** primary: the one main act of a view; plain: others; quiet: without a frame; danger: cannot be undone. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly wide?: boolean;
}

/** The classes of a button, for links that look like one. */
export function buttonClass({ variant = 'plain', size = 'medium', wide = false }: ButtonLook = {}): string {
  return classNames(styles.button, styles[variant], styles[size], wide && styles.wide);
}

export interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly icon?: ReactNode;
  /** The key that does the same, such as "Enter". */
  readonly keyHint?: string | undefined;
  /** Work is under way: a second press does nothing and the label stays in place. */
  readonly busy?: boolean;
}

export function Button({ variant, size, wide, icon, keyHint, busy = false, ...rest }: ButtonProps) {
  const look: ButtonLook = {
    ...(variant && { variant }),
    ...(size && { size }),
    ...(wide && { wide }),
  };
  return (
    <button
      type="button"
      {...rest}
      className={classNames(buttonClass(look), busy && styles.busy)}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {icon}
      <span className={styles.label}>{rest.children}</span>
      {keyHint !== undefined && <Kbd keys={keyHint} />}
    </button>
  );
}
