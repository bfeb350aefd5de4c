import type { Message } from '#domain/items/item.ts';

const markers = [
  { text: '\n\nHuman:', role: 'user' },
  { text: '\n\nAssistant:', role: 'assistant' },
] as const;

/** Finds the marker that starts exactly here. Plain searches: a pattern takes three times as long on whole files. */
function markerAt(text: string, index: number): (typeof markers)[number] | undefined {
  return markers.find((marker) => text.startsWith(marker.text, index));
}

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
  for (let index = 0; index >= 0; index = text.indexOf('\n\n', index + 1)) {
    const marker = markerAt(text, index);
    if (!marker) continue;
    if (start >= 0) turns.push({ role, content: text.slice(start, index) });
    role = marker.role;
    start = index + marker.text.length;
    if (text[start] === ' ') start += 1;
  }
  turns.push({ role, content: text.slice(start) });
  return turns;
}
