import type { JudgingApi, Receipt } from './judging-api.ts';
import type { Deed, OutboxEntry } from './outbox-entry.ts';

export type SendingApi = Pick<JudgingApi, 'submit' | 'amend' | 'skip' | 'unskip' | 'flag'>;

/** What the server said to a deed. */
export interface SendAnswer {
  /** Null for deeds that have none. */
  readonly receipt: Receipt | null;
  /** Whether a flag took its item out of the queue. */
  readonly isHeld: boolean;
}

const noReceipt: SendAnswer = { receipt: null, isHeld: false };

/** Sends one deed. */
export async function sendEntry(api: SendingApi, entry: OutboxEntry): Promise<SendAnswer> {
  const { deed, assignmentId, clientId } = entry;
  switch (deed.kind) {
    case 'judgment':
    case 'amendment':
      return { receipt: await sendJudgment(api, { ...entry, deed }), isHeld: false };
    case 'flag': {
      const { flag, answers } = deed;
      const { held } = await api.flag(assignmentId, { ...flag, clientId, answersSoFar: answers });
      return { receipt: null, isHeld: held };
    }
    case 'skip':
      await api.skip(assignmentId, { reason: deed.reason, note: deed.note });
      return noReceipt;
    case 'unskip':
      await api.unskip(assignmentId);
      return noReceipt;
  }
}

interface JudgmentEntry extends Pick<OutboxEntry, 'assignmentId' | 'clientId'> {
  readonly deed: Extract<Deed, { kind: 'judgment' | 'amendment' }>;
}

function sendJudgment(api: SendingApi, { deed, assignmentId, clientId }: JudgmentEntry): Promise<Receipt> {
  const { answers, activeMs } = deed;
  const supersedes = deed.kind === 'judgment' ? null : deed.supersedes;
  // Without the judgment that it replaces there is nothing to amend: it is then sent as the judgment.
  const typing = deed.kind === 'judgment' ? deed.typing : undefined;
  if (supersedes === null)
    return api.submit(assignmentId, { clientId, answers, activeMs, ...(typing !== undefined && { typing }) });
  return api.amend(assignmentId, { clientId, answers, activeMs, supersedes });
}

/** Gives an amendment the judgment that it replaces, once that one's receipt has come. */
export function withReceipt(entry: OutboxEntry, clientId: string, receipt: Receipt): OutboxEntry {
  const { deed } = entry;
  if (deed.kind !== 'amendment' || deed.after !== clientId) return entry;
  return { ...entry, deed: { ...deed, after: null, supersedes: receipt.judgmentId } };
}
