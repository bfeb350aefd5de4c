import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '#web/messages/say.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { ModalFrame } from './modal-frame.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons; the main act last. */
  readonly footer?: ReactNode;
  readonly width?: number;
}

/** A window above the page that keeps the focus until it is closed. Marks `data-autofocus` where it shall begin. */
export function Dialog({ open, onClose, title, children, footer, width = 480 }: DialogProps) {
  if (!open) return null;
  return (
    <ModalFrame label={title} onClose={onClose} width={width}>
      <header className={styles.header}>
        <h2>{title}</h2>
        <IconButton label={say('Close')} icon={<X />} onClick={onClose} keyHint="Escape" />
      </header>
      <div className={styles.body} data-body="">
        {children}
      </div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </ModalFrame>
  );
}
