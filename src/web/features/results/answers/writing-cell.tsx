import type { WrittenText } from '#domain/judging/answers.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { WordChanges } from '#web/ui/word-changes/word-changes.tsx';
import styles from './made-cells.module.css';
import { type ShownItem, textOfUnit } from './shown-item.ts';
import { nameUnit } from './unit-names.ts';

/** A text that one person wrote, with what was changed of the response that it began with. */
export function WritingCell({ written, item }: { readonly written: WrittenText; readonly item: ShownItem }) {
  const { text, editedFrom } = written;
  const original = editedFrom === null ? undefined : textOfUnit(item, editedFrom);
  return (
    <div className={styles.written}>
      <span className={styles.faint}>
        {editedFrom === null
          ? say('Written from scratch')
          : say('Edited from {response}', { response: nameUnit(editedFrom) })}
      </span>
      {original !== undefined && original !== '' ? (
        <WordChanges original={original} edited={text} />
      ) : (
        <RenderedText text={text} />
      )}
    </div>
  );
}
