import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { findCommand, type KeyBindings } from './key-bindings.ts';
import { digitOf, type KeyPress, nameKey } from './key-name.ts';

export interface KeyContext {
  readonly bindings: KeyBindings;
  /** The focus is in a text field, so that plain keys write. */
  readonly isTyping: boolean;
  /** The focus is on a button or link outside the dock's scales, whose Enter is its own. */
  readonly isOnButton: boolean;
  /** The focus is in something that scrolls sideways by arrows, such as code. */
  readonly isInScroller?: boolean;
}

function actWhileTyping(name: string): JudgeAct | undefined {
  if (name === 'Mod+Enter') return { kind: 'command', id: 'submit' };
  return name === 'Escape' ? { kind: 'leave_text' } : undefined;
}

/** What a key press does on the judging screen; undefined where it means nothing here. */
export function interpretKey(press: KeyPress, context: KeyContext): JudgeAct | undefined {
  const name = nameKey(press);
  if (name === undefined) return undefined;
  if (context.isTyping) return actWhileTyping(name);
  if (context.isOnButton && (name === 'Enter' || name === 'Space')) return undefined;
  if (context.isInScroller && name.startsWith('Arrow')) return undefined;
  const command = findCommand(context.bindings, name);
  if (command !== undefined) return { kind: 'command', id: command };
  if (name === 'Mod+Enter') return { kind: 'command', id: 'submit' };
  if (name === 'Escape') return { kind: 'leave' };
  if (name === 'ArrowDown') return { kind: 'command', id: 'next_criterion' };
  if (name === 'ArrowUp') return { kind: 'command', id: 'previous_criterion' };
  const digit = digitOf(press);
  return digit === undefined ? undefined : { kind: 'digit', digit };
}
