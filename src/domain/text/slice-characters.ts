/** A part of a text by code points, as marks count; emoji are never cut in two. */
export function sliceCharacters(text: string, start: number, end: number): string {
  return text.slice(unitOffset(text, start), unitOffset(text, end));
}

/** Where the n-th code point begins, in UTF-16 units; the text's length where it has fewer. */
export function unitOffset(text: string, characters: number): number {
  let unit = 0;
  for (let count = 0; count < characters && unit < text.length; count += 1)
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}

/** How many code points come before a UTF-16 offset. */
export function characterOffset(text: string, unit: number): number {
  let count = 0;
  for (let at = 0; at < unit && at < text.length; count += 1)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}
