import { useMemo } from 'react';
import { say } from '#web/messages/say.ts';
import styles from './word-changes.module.css';
import { compareWords, countChanges } from './word-difference.ts';

/** The edited text with what was added and taken away, word by word. */
export function WordChanges({ original, edited }: { readonly original: string; readonly edited: string }) {
  const parts = useMemo(() => compareWords(original, edited), [original, edited]);
  if (parts === undefined)
    return <p className={styles.note}>{say('These texts are too long to be compared here.')}</p>;
  const { added, removed } = countChanges(parts);
  return (
    <div>
      <p className={styles.note}>
        {say('{added, plural, one {# word} other {# words}} added, {removed, number} taken away', {
          added,
          removed,
        })}
      </p>
      <p className={styles.diff} dir="auto">
        {parts.map(({ kind, text }, index) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts are made anew with each text
          if (kind === 'added') return <ins key={index}>{text}</ins>;
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          if (kind === 'removed') return <del key={index}>{text}</del>;
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          return <span key={index}>{text}</span>;
        })}
      </p>
    </div>
  );
}
