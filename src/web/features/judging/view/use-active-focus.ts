import { type RefObject, useEffect } from 'react';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import type { Desk } from '#web/features/judging/desk/desk.ts';

interface ActiveFocus {
  readonly root: RefObject<HTMLElement | null>;
  readonly desk: Desk;
  readonly taskKey: string;
  /** The live screen takes the focus from the start; a preview only keeps it once it has it. */
  readonly takesFocus: boolean;
}

function findStop(root: HTMLElement, id: string): HTMLElement | null {
  const control = root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  // A form of several fields says itself where one begins.
  const within = '[role=radio][aria-checked=true], [data-stop]';
  return control?.querySelector<HTMLElement>(within) ?? control;
}

function moveFocus(root: HTMLElement, id: string, takesFocus: boolean): void {
  const focused = document.activeElement;
  // What is open beside the texts keeps the keys until it is closed.
  if (focused instanceof Element && focused.closest('[data-own-keys]') !== null) return;
  const isFree = focused === null || focused === document.body;
  const isInDock =
    focused instanceof Element && focused.closest('[data-dock]') !== null && root.contains(focused);
  if (!isInDock && !(takesFocus && (isFree || root.contains(focused)))) return;
  const stop = findStop(root, id);
  // A row of buttons keeps the focus on the one that was pressed.
  if (stop?.hasAttribute('data-keeps-focus') && stop.contains(focused)) return;
  if (stop !== null && stop !== focused) stop.focus({ preventScroll: false });
}

/** Keeps the focus on the control that keys speak to, also from one task to the next. */
export function useActiveFocus({ root, desk, taskKey, takesFocus }: ActiveFocus): void {
  const id = desk.active === null ? null : controlId(desk.active);
  // Synchronises the browser's focus with the active control after each act and each new task.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer or a new task moves the focus too
  useEffect(() => {
    const element = root.current;
    if (element === null || id === null) return;
    moveFocus(element, id, takesFocus);
    // Controls among the texts are told of the answer only now, and may come up or be chosen by it.
    let isCurrent = true;
    queueMicrotask(() => {
      if (isCurrent) moveFocus(element, id, takesFocus);
    });
    return () => {
      isCurrent = false;
    };
  }, [id, desk.answers, desk.missing, taskKey, takesFocus, root]);
}
