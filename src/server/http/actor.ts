import '@fastify/cookie';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#domain/access/can.ts';
import type { Services } from '#server/services/services.ts';
import { findActorByKey } from '#server/store/api-key-store.ts';
import { findActorBySession } from '#server/store/session-store.ts';

/** Secure cookies are named __Host-…, which browsers bind to this host; plain http cannot carry that prefix. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-plumbline_session' : 'plumbline_session';
}

export function isSecure(services: Services): boolean {
  return services.config.publicOrigin?.startsWith('https:') ?? false;
}

/** Session tokens and API keys are random and long, so a plain hash is enough to keep them out of the database. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export interface SignedIn {
  readonly actor: Actor;
  readonly by: 'session' | 'key';
}

/** Finds out who is asking, anew at every request, so that a demotion or sign-out counts at once. */
export async function readActor(services: Services, request: FastifyRequest): Promise<SignedIn | null> {
  const authorization = request.headers.authorization;
  if (authorization?.startsWith('Bearer ')) {
    const actor = await findActorByKey(services.database.kysely, {
      tokenHash: hashToken(authorization.slice(7).trim()),
      now: services.now(),
    });
    return actor ? { actor, by: 'key' } : null;
  }
  const token = request.cookies[sessionCookieName(isSecure(services))];
  if (!token) return null;
  const actor = await findActorBySession(services.database.kysely, {
    tokenHash: hashToken(token),
    now: services.now(),
  });
  return actor ? { actor, by: 'session' } : null;
}
