import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { interpretKey } from '#web/features/judging/keys/interpret-key.ts';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import { isModalOpen } from '#web/ui/modal-frame.tsx';

const textFields = 'input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable=true]';
const ownButtons = 'button:not([role=radio],[role=checkbox]),a,summary';

const leading: readonly JudgeCommandId[] = ['next_criterion', 'previous_criterion', 'mark'];

/** The keys that lead out of a part of the task with keys of its own: to another question, or to sending. */
function wayOut(event: KeyboardEvent, bindings: KeyBindings) {
  const act = interpretKey(event, { bindings, isTyping: false, isOnButton: true, isInScroller: true });
  if (act?.kind !== 'command' || event.key.startsWith('Arrow')) return undefined;
  return leading.includes(act.id) || event.ctrlKey || event.metaKey ? act : undefined;
}

interface JudgeKeys {
  readonly root: RefObject<HTMLElement | null>;
  readonly bindings: KeyBindings;
  /** On the live screen keys work everywhere; in a preview only inside it. */
  readonly isEverywhere: boolean;
  readonly onAct: (act: JudgeAct) => void;
}

/** Turns key presses into acts on the task. */
export function useJudgeKeys({ root, bindings, isEverywhere, onAct }: JudgeKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isModalOpen()) return;
    const target = event.target instanceof Element ? event.target : null;
    const isTyping = target?.closest(textFields) != null;
    const own = target?.closest<HTMLElement>('[data-own-keys]');
    if (own != null) {
      // A form inside the dock ends by its own Enter and Escape; a chat and media know nothing of other questions.
      const way = own.dataset.ownKeys === 'leaves' && !isTyping ? wayOut(event, bindings) : undefined;
      if (way === undefined) return;
      event.preventDefault();
      // The focus follows the question that is gone to; the key for marking goes from file to file.
      if (way.id !== 'mark' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
      onAct(way);
      return;
    }
    // A search field beside the task is not part of the judgment.
    if (isTyping && target?.closest('[data-dock]') == null) return;
    const isOnButton = target?.closest(ownButtons) != null;
    const isInScroller = target?.closest('pre, section[tabindex], [data-own-arrows]') != null;
    const act = interpretKey(event, { bindings, isTyping, isOnButton, isInScroller });
    if (act === undefined) return;
    event.preventDefault();
    // A key held down must not send one judgment after the other.
    if (event.repeat && act.kind === 'command' && (act.id === 'submit' || act.id === 'undo')) return;
    onAct(act);
  });
  // Synchronises with the key presses of the window, or of the preview alone.
  useEffect(() => {
    const heard: HTMLElement | Window | null = isEverywhere ? window : root.current;
    const listener = (event: Event) => {
      if (event instanceof KeyboardEvent) press(event);
    };
    // Before others, so that a key means the task's act here.
    heard?.addEventListener('keydown', listener, { capture: true });
    return () => heard?.removeEventListener('keydown', listener, { capture: true });
  }, [isEverywhere, root]);
}
