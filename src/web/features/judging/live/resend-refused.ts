import { say } from '#web/messages/say.ts';
import { classifyFailure } from './classify-failure.ts';
import type { JudgingApi } from './judging-api.ts';
import type { Outbox } from './outbox.ts';
import type { Deed, OutboxEntry } from './outbox-entry.ts';

/** again: as it was · to_newer: for the same item, given out anew · replace: instead of the judgment that is there. */
export type ResendWay = 'again' | 'to_newer' | 'replace';

/** Refusals that may be lifted meanwhile: by a free place, by the lead, or by mending the server. */
const mayPass: readonly string[] = [
  'lease_lost',
  'project_closed',
  'project_not_open',
  'not_allowed',
  'client_id_reused',
  'fault',
];

/** How a refused judgment can be sent anew; null where the server would say no again, whatever is done. */
export function wayToResend({ deed, refusal }: OutboxEntry): ResendWay | null {
  if (refusal === null || !('answers' in deed)) return null;
  if (refusal.code === 'already_submitted' || refusal.code === 'judgment_superseded') return 'replace';
  if (refusal.code === 'lease_lost' && typeof refusal.details.assignmentId === 'string') return 'to_newer';
  return mayPass.includes(refusal.code) ? 'again' : null;
}

interface ResendNeeds {
  readonly outbox: Pick<Outbox, 'add' | 'discard'>;
  readonly api: Pick<JudgingApi, 'listOwn'>;
  readonly newId: () => string;
}

async function deedFor(
  entry: OutboxEntry,
  way: ResendWay,
  api: ResendNeeds['api'],
): Promise<Deed | undefined> {
  const { deed, assignmentId } = entry;
  if (way === 'again' || !('activeMs' in deed)) return deed;
  const { answers, activeMs } = deed;
  if (way === 'to_newer') return { kind: 'judgment', answers, activeMs };
  const own = (await api.listOwn(50)).find((judgment) => judgment.assignmentId === assignmentId);
  return own && { kind: 'amendment', answers, activeMs, supersedes: own.judgmentId, after: null };
}

/** After a fault nobody knows whether a flag is stored: under its own id it cannot become two. */
function idToResend({ deed, refusal, clientId }: OutboxEntry, { newId }: Pick<ResendNeeds, 'newId'>): string {
  return deed.kind === 'flag' && refusal?.code === 'fault' ? clientId : newId();
}

/** Sends a refused judgment or flag anew under a new client id; says why it could not, or null. */
export async function resendRefused(entry: OutboxEntry, needs: ResendNeeds): Promise<string | null> {
  const way = wayToResend(entry);
  if (way === null) return null;
  try {
    const deed = await deedFor(entry, way, needs.api);
    if (deed === undefined)
      return say('Your earlier judgment of this task was not found. Copy the answers to keep them.');
    const newer = String(entry.refusal?.details.assignmentId);
    const assignmentId = way === 'to_newer' ? newer : entry.assignmentId;
    // One turn, so one commit: the old entry goes only with the new one kept.
    void needs.outbox.add({ clientId: idToResend(entry, needs), assignmentId, deed, about: entry.about });
    needs.outbox.discard(entry.clientId);
    return null;
  } catch (error) {
    const failure = classifyFailure(error);
    return failure.kind === 'passing'
      ? say('This needs the network. Try again when it is back.')
      : failure.message;
  }
}
