import { Fragment } from 'react';
import { mirrorArrow } from '#web/messages/reads-from-right.ts';
import { say } from '#web/messages/say.ts';
import styles from './kbd.module.css';

const signs: Readonly<Record<string, string>> = {
  Enter: '⏎',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Shift: '⇧',
};

const onApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How a key is written for people: "Mod+K" is ⌘K on Apple machines, Ctrl K elsewhere. */
export function keyLabels(keys: string, apple: boolean = onApple): readonly string[] {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return parts.map((part) => {
    if (part === 'Mod') return apple ? '⌘' : say('Ctrl');
    if (part === ' ') return say('Space');
    return signs[mirrorArrow(part)] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** A key or a chord, written small beside what it does. Screen readers skip it: the control names itself. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.chord} aria-hidden="true">
      {keyLabels(keys).map((label) => (
        <Fragment key={label}>
          <kbd className={styles.key}>{label}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
