import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './toast.module.css';

interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: 'neutral' | 'good' | 'bad';
  /** Most often "Undo". */
  readonly act?: { readonly label: string; readonly onSelect: () => void } | undefined;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

/** Says in a corner what happened. Bad news stays until it is closed; the rest goes after seven seconds. */
export function showToast(message: string, more: Partial<Pick<Toast, 'tone' | 'act'>> = {}): number {
  lastId += 1;
  const id = lastId;
  set([...toasts.slice(-2), { id, message, tone: more.tone ?? 'neutral', act: more.act }]);
  if (more.tone !== 'bad') setTimeout(() => dismissToast(id), 7_000);
  return id;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; stands once in the app. */
export function Toaster() {
  const ref = useRef<HTMLElement>(null);
  const shown = useSyncExternalStore(subscribe, () => toasts);
  // Synchronises with the browser's top layer: a new toast must lie above a window opened since.
  useLayoutEffect(() => {
    const place = ref.current;
    if (place === null || typeof place.showPopover !== 'function') return;
    place.hidePopover();
    if (shown.length > 0) place.showPopover();
  }, [shown]);
  return (
    <section
      ref={ref}
      popover="manual"
      className={styles.place}
      aria-label={say('Messages')}
      aria-live="polite"
    >
      {shown.map((toast) => (
        <div key={toast.id} className={styles.toast} data-tone={toast.tone}>
          <span className={styles.message} dir="auto">
            {toast.message}
          </span>
          {toast.act && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                toast.act?.onSelect();
                dismissToast(toast.id);
              }}
            >
              {toast.act.label}
            </Button>
          )}
          <IconButton label={say('Close message')} icon={<X />} onClick={() => dismissToast(toast.id)} />
        </div>
      ))}
    </section>
  );
}
