/**
 * True where a text can be stored and exported unharmed: PostgreSQL refuses NUL, and a lone surrogate
 * has no UTF-8 form, so it would come back as another character.
 */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
