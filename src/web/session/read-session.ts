import { readSession } from '#contract/accounts.ts';
import { api } from './api.ts';
import { askOrRemember, rememberPerson } from './device/remembered-answer.ts';
import type { Session } from './use-session.ts';

/** Who is signed in; without a network, who was. */
export function readSessionHere(signal: AbortSignal): Promise<Session> {
  return askOrRemember({
    name: 'session',
    schema: readSession.response,
    async ask() {
      const session = await api.call(readSession, { signal });
      rememberPerson(session.person?.id ?? null);
      return session;
    },
  });
}
