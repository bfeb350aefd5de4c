import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './modal-frame.module.css';

interface ModalFrameProps {
  /** The accessible name. */
  readonly label: string;
  readonly onClose: () => void;
  readonly width?: number;
  readonly placement?: 'middle' | 'top';
  readonly children: ReactNode;
}

/** Asked at every key press: looking for them on a page of long texts would take longer than the key's own work. */
const shown = new Set<HTMLDialogElement>();

/** Whether a window lies above the page; keys of the page then rest. */
export function isModalOpen(): boolean {
  return shown.values().some((dialog) => dialog.open);
}

function show(dialog: HTMLDialogElement): void {
  // Browsers without the method, and test environments, show it in the flow of the page.
  if (typeof dialog.showModal === 'function') dialog.showModal();
  else dialog.setAttribute('open', '');
  const wanted = dialog.querySelector<HTMLElement>('[data-autofocus]');
  const first = dialog.querySelector<HTMLElement>(
    '[data-body] :is(input:not([type=hidden]),select,textarea)',
  );
  (wanted ?? first ?? dialog).focus();
}

/** A bare window above the page: keeps the focus inside, closes on Escape or a press beside it. */
export function ModalFrame({ label, onClose, width = 480, placement = 'middle', children }: ModalFrameProps) {
  const ref = useRef<HTMLDialogElement>(null);
  // Synchronises with the browser's own modal state; closing gives the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    shown.add(dialog);
    show(dialog);
    return () => {
      shown.delete(dialog);
      if (typeof dialog.close === 'function') dialog.close();
    };
  }, []);
  const pressBeside = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target !== ref.current) return;
    const { left, right, top, bottom } = ref.current.getBoundingClientRect();
    const inside =
      event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (!inside) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same by key, through onCancel
    <dialog
      ref={ref}
      className={styles.frame}
      data-placement={placement}
      style={{ width }}
      aria-label={label}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={pressBeside}
    >
      {children}
    </dialog>
  );
}
