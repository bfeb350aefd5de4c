import { createElement, Fragment, isValidElement, type ReactNode } from 'react';
import { findMessage, isolateValue } from './format-message.ts';
import type { Message } from './say.ts';

type RichValue = ReactNode | Date | ((text: ReactNode) => ReactNode);

interface SayProps<Text extends string> {
  readonly text: (string extends Text ? never : Text) | Message;
  /** A value, or an element, for each `{placeholder}`, and a function for each `<tag>`. */
  readonly values: Readonly<Record<string, RichValue>>;
}

/** `say` for a sentence with elements inside: `<Say text="Press <key>Enter</key>" values={{ key: (text) => … }} />`. */
export function Say<const Text extends string>({ text, values }: SayProps<Text>): ReactNode {
  const english = text as string;
  const found = findMessage(english, english);
  if (typeof found === 'string') return found;
  const prepared = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? (parts: ReactNode[]) => value(together(parts)) : isolateValue(value),
    ]),
  );
  const parts: unknown = found.format(prepared as Parameters<typeof found.format<ReactNode>>[0]);
  return together(Array.isArray(parts) ? parts : [parts]);
}

/** The parts as children by position, so that they need no keys. */
function together(parts: readonly unknown[]): ReactNode {
  const nodes = parts.filter((part) => typeof part === 'string' || isValidElement(part));
  return createElement(Fragment, null, ...nodes);
}
