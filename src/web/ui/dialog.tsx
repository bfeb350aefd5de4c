import { Modal } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons; the main act last. */
  readonly footer?: ReactNode;
  readonly width?: number;
}

/** A window above the page that keeps the focus until it is closed. */
export function Dialog({ open, onClose, title, children, footer, width = 480 }: DialogProps) {
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={width}
      centered
      transitionProps={{ duration: 80 }}
      classNames={{ inner: styles.inner ?? '', content: styles.content ?? '' }}
    >
      <Modal.Overlay className={styles.overlay ?? ''} />
      <Modal.Content aria-label={title}>
        <header className={styles.header}>
          <h2>{title}</h2>
          <IconButton label="Close" icon={<X />} onClick={onClose} keyHint="Escape" />
        </header>
        <div className={styles.body}>{children}</div>
        {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
      </Modal.Content>
    </Modal.Root>
  );
}
