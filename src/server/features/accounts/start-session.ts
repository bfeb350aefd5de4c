import type { FastifyReply } from 'fastify';
import type { Executor } from '#server/database/database.ts';
import { hashToken, isSecure, sessionCookieName } from '#server/http/actor.ts';
import type { Services } from '#server/services/services.ts';
import { insertSession } from '#server/store/session-store.ts';

export const sessionMs = 30 * 86_400_000;

/** Stores a new session; the one place where sessions begin. Give the token to `setSessionCookie` after the commit. */
export async function startSession(
  services: Services,
  executor: Executor,
  personId: string,
): Promise<string> {
  const token = services.randomBytes(32).toString('base64url');
  const now = services.now();
  await insertSession(executor, {
    tokenHash: hashToken(token),
    personId,
    now,
    expiresAt: new Date(now.getTime() + sessionMs),
  });
  return token;
}

export function setSessionCookie(services: Services, reply: FastifyReply, token: string): void {
  const secure = isSecure(services);
  reply.setCookie(sessionCookieName(secure), token, {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
    maxAge: sessionMs / 1000,
  });
}

export function clearSessionCookie(services: Services, reply: FastifyReply): void {
  const secure = isSecure(services);
  reply.clearCookie(sessionCookieName(secure), { httpOnly: true, secure, sameSite: 'lax', path: '/' });
}
