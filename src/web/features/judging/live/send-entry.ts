import type { JudgingApi, Receipt } from './judging-api.ts';
import type { OutboxEntry } from './outbox-entry.ts';

export type SendingApi = Pick<JudgingApi, 'submit' | 'amend' | 'skip' | 'unskip'>;

/** Sends one deed; the receipt is null for deeds that have none. */
export async function sendEntry(
  api: SendingApi,
  { deed, assignmentId, clientId }: OutboxEntry,
): Promise<Receipt | null> {
  switch (deed.kind) {
    case 'judgment':
      return api.submit(assignmentId, { clientId, answers: deed.answers, activeMs: deed.activeMs });
    case 'amendment': {
      const { answers, activeMs, supersedes } = deed;
      // Without the judgment that it replaces there is nothing to amend: it is then sent as the judgment.
      if (supersedes === null) return api.submit(assignmentId, { clientId, answers, activeMs });
      return api.amend(assignmentId, { clientId, answers, activeMs, supersedes });
    }
    case 'skip':
      await api.skip(assignmentId, { reason: deed.reason, note: deed.note });
      return null;
    case 'unskip':
      await api.unskip(assignmentId);
      return null;
  }
}

/** Gives an amendment the judgment that it replaces, once that one's receipt has come. */
export function withReceipt(entry: OutboxEntry, clientId: string, receipt: Receipt): OutboxEntry {
  const { deed } = entry;
  if (deed.kind !== 'amendment' || deed.after !== clientId) return entry;
  return { ...entry, deed: { ...deed, after: null, supersedes: receipt.judgmentId } };
}
