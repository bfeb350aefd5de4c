const previewCharacters = 160;

/** The beginning of a prompt on one line. */
export function previewPrompt(promptStart: string | null): string {
  const line = (promptStart ?? '').replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= previewCharacters) return line;
  return `${characters.slice(0, previewCharacters - 1).join('')}…`;
}
