import { diffWordsWithSpace } from 'diff';

/** A stretch of a text that was edited. */
export interface EditedWords {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many characters together a comparison would hold up the typing. */
const mostCharacters = 40_000;
const longestMs = 150;

/** What was added to a text and what was taken away, word by word; undefined where the texts are too long to tell in time. */
export function compareWords(original: string, edited: string): EditedWords[] | undefined {
  if (original.length + edited.length > mostCharacters) return undefined;
  const parts = diffWordsWithSpace(original, edited, { timeout: longestMs });
  return parts?.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** How many words were added and taken away. */
export function countChanges(parts: readonly EditedWords[]): {
  readonly added: number;
  readonly removed: number;
} {
  const count = (kind: EditedWords['kind']) =>
    parts
      .filter((part) => part.kind === kind)
      .reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => word !== '').length, 0);
  return { added: count('added'), removed: count('removed') };
}
