import { readsFromRight } from '#web/messages/reads-from-right.ts';

const gap = 4;
const edge = 8;

/** Where a box stands below its trigger, or above it where there is more room; in CSS pixels of the window. */
export function computePlace(
  trigger: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  view: { readonly width: number; readonly height: number },
  side: 'left' | 'right',
): Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'maxHeight', string>> {
  const below = view.height - trigger.bottom - gap - edge;
  const above = trigger.top - gap - edge;
  const goesUp = below < 200 && above > below;
  return {
    left: side === 'left' ? `${Math.max(edge, trigger.left)}px` : 'auto',
    right: side === 'right' ? `${Math.max(edge, view.width - trigger.right)}px` : 'auto',
    top: goesUp ? 'auto' : `${trigger.bottom + gap}px`,
    bottom: goesUp ? `${view.height - trigger.top + gap}px` : 'auto',
    maxHeight: `${Math.max(120, goesUp ? above : below)}px`,
  };
}

/** Puts a popover at the button that opens it. */
export function placeBelow(popover: HTMLElement, align: 'start' | 'end'): void {
  const trigger = document.querySelector(`[popovertarget="${CSS.escape(popover.id)}"]`);
  if (trigger === null) return;
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const side = (align === 'start') === readsFromRight() ? 'right' : 'left';
  Object.assign(popover.style, computePlace(trigger.getBoundingClientRect(), view, side));
}
