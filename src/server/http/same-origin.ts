import type { FastifyRequest } from 'fastify';
import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';

interface Check {
  readonly request: FastifyRequest;
  readonly signedInBy: 'session' | 'key' | null;
  readonly publicOrigin: string | null;
}

/**
 * Refuses writes that another site could have made a browser send. A cookie is sent by the browser on its own, so
 * the Origin header must name us; an API key is sent on purpose and needs no such proof.
 */
export function checkOrigin(check: Check): HttpRefusal | null {
  const { request } = check;
  if (request.method === 'GET' || request.method === 'HEAD' || check.signedInBy === 'key') return null;
  const origin = request.headers.origin;
  const own = check.publicOrigin ?? `${request.protocol}://${request.headers.host}`;
  if (origin === own) return null;
  return refuse(
    'wrong_origin',
    `This write came from ${origin ?? 'an unnamed page'}, not from ${own}: use the app itself, or an API key.`,
  );
}
