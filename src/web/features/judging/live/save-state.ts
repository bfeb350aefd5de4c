import { say } from '#web/messages/say.ts';
import type { DraftState } from './draft-keeper.ts';
import type { OutboxState } from './outbox.ts';

/** What the top line says about whether work is safe. */
export interface SaveState {
  readonly tone: 'saved' | 'saving' | 'waiting' | 'refused';
  readonly text: string;
}

function waitingWords({ waiting, trouble, device }: OutboxState): string {
  const count = waiting.length;
  if (device !== 'kept') return say('{count, number} waiting, keep this page open', { count });
  if (trouble === 'offline') return say('{count, number} waiting, offline', { count });
  if (trouble === 'signed_out') return say('{count, number} waiting, sign in again', { count });
  return say('{count, number} waiting, server busy', { count });
}

/** One short phrase from the state of the outbox and of the draft. */
export function describeSaving(outbox: OutboxState, draft: DraftState, isOffline: boolean): SaveState {
  const { refused, waiting, isKeeping, device, trouble } = outbox;
  if (refused.length > 0)
    return { tone: 'refused', text: say('{count, number} not accepted', { count: refused.length }) };
  // Nothing is said to wait here before it is on the disk of this device.
  const isStuck = waiting.length > 0 && !isKeeping && (device !== 'kept' || trouble !== null);
  if (isStuck) return { tone: 'waiting', text: waitingWords(outbox) };
  if (draft === 'here_only' && !isKeeping) return { tone: 'waiting', text: say('draft kept here') };
  if (waiting.length > 0 || draft === 'saving') return { tone: 'saving', text: say('saving') };
  if (isOffline) return { tone: 'waiting', text: say('offline') };
  return { tone: 'saved', text: say('saved') };
}
