import { FaultError, isRefused, RefusedError, UnreachableError } from '#client/call-errors.ts';
import { say } from '#web/messages/say.ts';

/** Why something could not be sent, and whether sending it again can help. */
export type Failure =
  | { readonly kind: 'passing'; readonly trouble: 'offline' | 'signed_out' | 'server' }
  | { readonly kind: 'fault'; readonly message: string }
  | {
      readonly kind: 'lasting';
      readonly code: string;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    };

/** Tells a cut network or a busy server from a no that stands. */
export function classifyFailure(error: unknown): Failure {
  // A request that neither came through nor failed was given up.
  const wasGivenUp = error instanceof DOMException && error.name === 'TimeoutError';
  if (error instanceof UnreachableError || wasGivenUp) return { kind: 'passing', trouble: 'offline' };
  if (isRefused(error, 'not_signed_in', 'wrong_origin')) return { kind: 'passing', trouble: 'signed_out' };
  if (isRefused(error, 'database_away', 'disk_full', 'too_many_requests'))
    return { kind: 'passing', trouble: 'server' };
  if (error instanceof RefusedError) {
    const places = error.places.map((place) => place.message);
    return {
      kind: 'lasting',
      code: error.code,
      message: [error.message, ...places].join(' '),
      details: error.details,
    };
  }
  if (error instanceof FaultError) return { kind: 'fault', message: error.message };
  return { kind: 'fault', message: error instanceof Error ? error.message : say('Something went wrong.') };
}

/** How long to wait before the next try: doubling from a second to half a minute, spread by chance. */
export function backoffMs(attempts: number, random: number): number {
  const full = Math.min(30_000, 1_000 * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}
