import type { Message } from '#domain/items/item.ts';

const turnMarker = /\n?<extra_id_1>(User|Assistant)\n/;

/** Reads a HelpSteer prompt, where later turns are marked "<extra_id_1>Assistant" and "<extra_id_1>User". */
export function parseHelpsteerPrompt(text: string): Message[] {
  const [first = '', ...marked] = text.split(turnMarker);
  const turns: Message[] = first === '' && marked.length > 0 ? [] : [{ role: 'user', content: first }];
  for (let index = 0; index + 1 < marked.length; index += 2) {
    const role = marked[index] === 'User' ? 'user' : 'assistant';
    turns.push({ role, content: marked[index + 1] ?? '' });
  }
  const last = turns.at(-1);
  return last?.role === 'assistant' && last.content.trim() === '' ? turns.slice(0, -1) : turns;
}
