import { splitHidden } from './hidden-characters.ts';

/** Text in which each hidden character is a visible mark. */
export function HiddenMarks({ text }: { readonly text: string }) {
  const pieces = splitHidden(text);
  if (pieces.length === 1 && pieces[0]?.kind === 'text') return text;
  return pieces.map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one immutable text never move
      <span key={index} data-hidden={piece.text.length} title={piece.name}>
        {piece.label}
      </span>
    ),
  );
}
