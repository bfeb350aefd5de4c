import type { Message } from '#domain/items/item.ts';

const turnMarker = /\n\n(Human|Assistant):/g;

export function looksLikeTranscript(text: string): boolean {
  return text.startsWith('\n\nHuman:') || text.startsWith('\n\nAssistant:');
}

/**
 * Reads "\n\nHuman: …\n\nAssistant: …" into turns; null if it does not start with one of them.
 * The one space after the colon belongs to the marker; every other character is kept.
 */
export function parseTranscript(text: string): Message[] | null {
  if (!looksLikeTranscript(text)) return null;
  const turns: Message[] = [];
  let role: Message['role'] = 'user';
  let start = -1;
  for (const marker of text.matchAll(turnMarker)) {
    if (start >= 0) turns.push({ role, content: text.slice(start, marker.index) });
    role = marker[1] === 'Human' ? 'user' : 'assistant';
    start = marker.index + marker[0].length;
    if (text[start] === ' ') start += 1;
  }
  turns.push({ role, content: text.slice(start) });
  return turns;
}
