/** A text with case and diacritics taken off, and where each of its characters came from. */
export interface FoldedText {
  readonly text: string;
  /** The offset of each folded character in the text as given; none where they are the same. */
  readonly origins: readonly number[] | undefined;
}

function foldCharacter(character: string): string {
  if (/\s/.test(character)) return ' ';
  return character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Takes case, diacritics and the kind of white space off a text, so that "Café" is found by "cafe". */
export function foldLetters(text: string): FoldedText {
  if (/^[\x20-\x7e\s]*$/.test(text)) {
    return { text: text.toLowerCase().replaceAll(/\s/g, ' '), origins: undefined };
  }
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const piece = foldCharacter(character);
    for (let index = 0; index < piece.length; index += 1) origins.push(at);
    folded += piece;
    at += character.length;
  }
  return { text: folded, origins };
}

/** What a person typed, as it is looked for; empty where there is nothing to look for. */
export function foldQuery(query: string): string {
  return foldLetters(query.trim()).text.replaceAll(/ +/g, ' ');
}
