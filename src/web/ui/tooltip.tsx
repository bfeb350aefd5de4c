import { Tooltip as MantineTooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './tooltip.module.css';

interface TooltipProps {
  readonly label: string;
  readonly keyHint?: string | undefined;
  /** One element that can take a ref. */
  readonly children: ReactElement;
}

/** Says more about a control on hover and focus; never the only place where something stands. */
export function Tooltip({ label, keyHint, children }: TooltipProps) {
  const text = (
    <span className={styles.text}>
      {label}
      {keyHint !== undefined && <Kbd keys={keyHint} />}
    </span>
  );
  return (
    <MantineTooltip
      label={text}
      openDelay={400}
      events={{ hover: true, focus: true, touch: false }}
      classNames={{ tooltip: styles.tooltip ?? '' }}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </MantineTooltip>
  );
}
