import { useEffect, useRef, useState } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './tooltip.module.css';

const delayMs = 400;

interface Shown {
  readonly label: string;
  readonly keys: string | undefined;
}

function place(box: HTMLElement, target: Element): void {
  const { left, right, top, bottom } = target.getBoundingClientRect();
  const half = box.offsetWidth / 2;
  const middle = Math.min(Math.max((left + right) / 2, half + 8), window.innerWidth - half - 8);
  const below = bottom + 6 + box.offsetHeight < window.innerHeight;
  box.style.left = `${middle - half}px`;
  box.style.top = below ? `${bottom + 6}px` : `${top - 6 - box.offsetHeight}px`;
}

/** Listens for the pointer and the focus on everything that carries `data-tooltip`. Returns how to stop. */
function watchTargets(show: (target: HTMLElement) => void, hide: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    hide();
  };
  const find = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tooltip]') : null;
  const handlers: Partial<Record<keyof DocumentEventMap, (event: Event) => void>> = {
    pointerover: (event) => {
      stop();
      const target = find(event);
      if (target !== null && (event as PointerEvent).pointerType === 'mouse') {
        timer = setTimeout(() => show(target), delayMs);
      }
    },
    focusin: (event) => {
      const target = find(event);
      if (target?.matches(':focus-visible')) show(target);
    },
    focusout: stop,
    pointerdown: stop,
    keydown: stop,
    scroll: stop,
  };
  for (const [name, handler] of Object.entries(handlers)) document.addEventListener(name, handler, true);
  return () => {
    clearTimeout(timer);
    for (const [name, handler] of Object.entries(handlers)) document.removeEventListener(name, handler, true);
  };
}

/** The one box in which every tooltip appears; stands once in the app. */
export function TooltipLayer() {
  const ref = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | undefined>();
  // Synchronises with the pointer and the focus of the document.
  useEffect(() => {
    let current: HTMLElement | undefined;
    const show = (target: HTMLElement) => {
      if (!target.isConnected) return;
      current = target;
      setShown({ label: target.dataset.tooltip ?? '', keys: target.dataset.tooltipKeys });
      requestAnimationFrame(() => {
        const box = ref.current;
        if (box === null || current !== target) return;
        box.showPopover();
        place(box, target);
      });
    };
    const hide = () => {
      if (current !== undefined) ref.current?.hidePopover();
      current = undefined;
    };
    return watchTargets(show, hide);
  }, []);
  return (
    <div ref={ref} popover="manual" role="tooltip" className={styles.tooltip}>
      {shown?.label}
      {shown?.keys !== undefined && <Kbd keys={shown.keys} />}
    </div>
  );
}
