import type { DraftState } from './draft-keeper.ts';
import type { OutboxState } from './outbox.ts';

/** What the top line says about whether work is safe. */
export interface SaveState {
  readonly tone: 'saved' | 'saving' | 'waiting' | 'refused';
  readonly text: string;
}

function waitingWords({ waiting, trouble }: OutboxState): string {
  const count = `${waiting.length} waiting`;
  if (trouble === 'offline') return `${count}, offline`;
  if (trouble === 'signed_out') return `${count}, sign in again`;
  return `${count}, server busy`;
}

/** One short phrase from the state of the outbox and of the draft. */
export function describeSaving(outbox: OutboxState, draft: DraftState): SaveState {
  if (outbox.refused.length > 0) return { tone: 'refused', text: `${outbox.refused.length} not accepted` };
  if (outbox.waiting.length > 0 && !outbox.isKept) {
    return { tone: 'waiting', text: `${outbox.waiting.length} waiting, keep this page open` };
  }
  if (outbox.waiting.length > 0 && outbox.trouble !== null)
    return { tone: 'waiting', text: waitingWords(outbox) };
  if (draft === 'here_only') return { tone: 'waiting', text: 'draft kept here' };
  if (outbox.waiting.length > 0 || draft === 'saving') return { tone: 'saving', text: 'saving' };
  return { tone: 'saved', text: 'saved' };
}
