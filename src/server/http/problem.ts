import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { type HttpRefusal, refusalStatus } from '#contract/refusals.ts';
import type { Problem } from '#contract/wire.ts';

/** Turns a refusal into problem+json (RFC 9457). */
export function toProblem(refusal: HttpRefusal, requestId: string): Problem {
  const status = refusalStatus[refusal.refused];
  return {
    type: `urn:plumbline:problem:${refusal.refused}`,
    title: STATUS_CODES[status] ?? 'Refused',
    status,
    code: refusal.refused,
    detail: refusal.message,
    ...(refusal.places ? { places: refusal.places.map((place) => ({ ...place })) } : {}),
    ...(refusal.details ? { details: { ...refusal.details } } : {}),
    requestId,
  };
}

export function sendProblem(reply: FastifyReply, refusal: HttpRefusal): FastifyReply {
  const problem = toProblem(refusal, reply.request.id);
  if (problem.status === 503) reply.header('retry-after', '2');
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
