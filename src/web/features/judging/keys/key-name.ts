import { mirrorArrow } from '#web/messages/reads-from-right.ts';
/** What is read of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const modifiers = [
  'Control',
  'Meta',
  'Alt',
  'Shift',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
];

/** The letter of the key in the Latin layout, so that keys also work while another script is typed; arrows by the side they point to. */
function latinLetter({ key, code }: KeyPress): string {
  if (key.length !== 1) return mirrorArrow(key);
  if (/[\x20-\x7e]/.test(key)) return key;
  return /^Key([A-Z])$/.exec(code)?.[1] ?? key;
}

/** One name for a key or chord, such as "J", "?", "Enter" or "Mod+Z"; undefined for a modifier alone. */
export function nameKey(press: KeyPress): string | undefined {
  if (press.key === '' || modifiers.includes(press.key)) return undefined;
  const key = press.key === ' ' ? 'Space' : latinLetter(press);
  const isLetter = /^[a-z]$/i.test(key);
  const isSign = key.length === 1 && !isLetter;
  const parts: string[] = [];
  if (press.ctrlKey || press.metaKey) parts.push('Mod');
  // A sign such as "?" or "[" may need Shift or Alt merely to be typed.
  if (press.altKey && !isSign) parts.push('Alt');
  if (press.shiftKey && !isSign) parts.push('Shift');
  parts.push(isLetter ? key.toUpperCase() : key);
  return parts.join('+');
}

/** The digit that was pressed, in the number row (also where it needs Shift) or on the number pad. */
export function digitOf(press: KeyPress): number | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (/^[0-9]$/.test(press.key)) return Number(press.key);
  const row = /^Digit([0-9])$/.exec(press.code)?.[1];
  return row !== undefined && !press.shiftKey && !/^[\x20-\x2f\x3a-\x7e]$/.test(press.key)
    ? Number(row)
    : undefined;
}
