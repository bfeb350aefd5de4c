export interface Turn {
  readonly role: string;
  readonly content: string;
}

/** One column of a row: messages to be read as a conversation, or a value as it stands in the file. */
export type RowPart =
  | { readonly name: string; readonly kind: 'turns'; readonly turns: readonly Turn[] }
  | { readonly name: string; readonly kind: 'value'; readonly text: string };

function isTurn(value: unknown): value is Turn {
  if (typeof value !== 'object' || value === null) return false;
  const { role, content } = value as Partial<Turn>;
  return typeof role === 'string' && typeof content === 'string';
}

function turnsIn(value: unknown): readonly Turn[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isTurn) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { messages } = value as { messages?: unknown };
  return messages === undefined ? undefined : turnsIn(messages);
}

/** Takes a row apart for reading; nothing of it is left out. */
export function listRowParts(row: unknown): readonly RowPart[] {
  if (typeof row !== 'object' || row === null) {
    return [{ name: 'row', kind: 'value', text: JSON.stringify(row) }];
  }
  return Object.entries(row).map(([name, value]): RowPart => {
    const turns = turnsIn(value);
    if (turns !== undefined) return { name, kind: 'turns', turns };
    return { name, kind: 'value', text: typeof value === 'string' ? value : JSON.stringify(value) };
  });
}
