import type { takeHand } from '#contract/judging.ts';
import { sessionGapMs } from '#domain/people-quality/sessions.ts';
import { hashToken, isSecure } from '#server/http/actor.ts';
import type { RouteRequest } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { noteDeviceUse } from '#server/store/device-store.ts';

const cookieAgeSeconds = 400 * 86_400;
const tokenForm = /^[\w-]{22}$/;
/** Tasks are fetched every minute; a stretch is known well enough by one note in so many. */
const noteEveryMs = 4 * 60_000;
const mostRemembered = 10_000;
const notedAt = new Map<string, number>();

function deviceCookieName(secure: boolean): string {
  return secure ? '__Host-plumbline_device' : 'plumbline_device';
}

/**
 * Notes from which browser somebody judges, by a random token that the browser keeps and the server knows as a hash. It holds
 * nothing about the browser or the person. Programs with a key have no browser.
 */
export async function noteDevice(
  services: Services,
  { params, actor, raw, reply }: Pick<RouteRequest<typeof takeHand>, 'params' | 'actor' | 'raw' | 'reply'>,
): Promise<void> {
  if (raw.headers.authorization !== undefined) return;
  const secure = isSecure(services);
  const name = deviceCookieName(secure);
  const kept = raw.cookies[name];
  if (kept === undefined || !tokenForm.test(kept)) {
    // Noted once it comes back: what keeps no cookies is no browser, and would be another one each time.
    const token = services.randomBytes(16).toString('base64url');
    reply.setCookie(name, token, {
      ...{ httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: cookieAgeSeconds },
    });
    return;
  }
  const now = services.now();
  const key = `${params.projectId}/${actor.personId}/${kept}`;
  if (now.getTime() - (notedAt.get(key) ?? 0) < noteEveryMs) return;
  if (notedAt.size >= mostRemembered) notedAt.clear();
  notedAt.set(key, now.getTime());
  await noteDeviceUse(services.database.kysely, {
    projectId: params.projectId,
    personId: actor.personId,
    deviceHash: hashToken(kept),
    now,
    pauseMs: sessionGapMs,
  });
}
