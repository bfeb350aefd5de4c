import { type ReactNode, useState } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  readonly title: string;
  /** What is set inside, in a few words, so that it need not be opened to be known. */
  readonly state?: string | undefined;
  /** Something inside must be seen. */
  readonly isForced?: boolean;
  readonly children: ReactNode;
}

/** A part of the form that is folded until it is wanted, or until something in it is wrong. */
export function Disclosure({ title, state, isForced = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.disclosure}
      open={isOpen || isForced}
      onToggle={(event) => {
        if (!isForced) setOpen(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>
        <span className={styles.title}>{title}</span>
        {state !== undefined && <span className={styles.state}>{state}</span>}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
