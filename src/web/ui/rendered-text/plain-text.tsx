import { memo, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { HiddenMarks } from './hidden-marks.tsx';
import styles from './rendered-text.module.css';

const blockCharacters = 8_000;
const shownAtFirst = 200_000;

/** Cuts at line ends where possible, so that the browser can lay out only the blocks in sight. */
function cutIntoBlocks(text: string, cutAt = 0): string[] {
  if (cutAt > 0 && cutAt < text.length) {
    return [...cutIntoBlocks(text.slice(0, cutAt)), ...cutIntoBlocks(text.slice(cutAt))];
  }
  const blocks: string[] = [];
  let from = 0;
  while (from < text.length) {
    const wanted = from + blockCharacters;
    const lineEnd = text.lastIndexOf('\n', wanted);
    const surrogate = (text.charCodeAt(wanted - 1) & 0xfc00) === 0xd800 ? 1 : 0;
    const to = wanted >= text.length ? text.length : lineEnd > from ? lineEnd + 1 : wanted - surrogate;
    blocks.push(text.slice(from, to));
    from = to;
  }
  return blocks;
}

interface PlainTextProps {
  readonly text: string;
  readonly cutAt: number;
}

/** A text as it was written, character by character; very long ones come in parts. */
export const PlainText = memo(function PlainText({ text, cutAt }: PlainTextProps) {
  const [shown, setShown] = useState(shownAtFirst);
  const rest = text.length - shown;
  return (
    <div className={styles.plain} data-plain="">
      {cutIntoBlocks(text.slice(0, shown), cutAt).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one immutable text never move
        <div key={index} className={styles.plainBlock} dir="auto">
          <HiddenMarks text={block} />
        </div>
      ))}
      {rest > 0 && (
        <button
          type="button"
          className={styles.showMore}
          data-made=""
          onClick={() => setShown(shown + shownAtFirst)}
        >
          {say('Show more ({rest, plural, one {# character is} other {# characters are}} left)', { rest })}
        </button>
      )}
    </div>
  );
});
