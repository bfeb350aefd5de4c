import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** The accessible name, also shown on hover. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly keyHint?: string | undefined;
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon; its name appears on hover and focus. */
export function IconButton({ label, icon, keyHint, pressed, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keyHint={keyHint}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(styles.button, pressed && styles.pressed)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
