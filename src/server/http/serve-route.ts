import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from '#contract/route.ts';
import { type Action, type Actor, can, coversAction, scopeFor } from '#domain/access/can.ts';
import type { KeyScope, ProjectRole } from '#domain/access/roles.ts';
import { isRefusal, type Place, refuse } from '#domain/outcomes/refusal.ts';
import type { Services } from '#server/services/services.ts';
import { findProjectRoles } from '#server/store/member-store.ts';
import { readActor, type SignedIn } from './actor.ts';
import { sendProblem } from './problem.ts';
import { checkOrigin } from './same-origin.ts';

export interface RouteRequest<R extends Route> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** Who asks; null only on public routes. */
  readonly actor: R['access'] extends 'public' ? Actor | null : Actor;
  /** The actor's own roles in the project of the path. */
  readonly roles: readonly ProjectRole[];
  readonly raw: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A handler that has written to the reply itself (bytes, events) returns this. */
export const alreadySent = Symbol('already sent');

export type Handler<R extends Route> = (
  request: RouteRequest<R>,
) => Promise<ResponseOf<R> | HttpRefusal | typeof alreadySent>;

export type Serve = <R extends Route>(route: R, handler: Handler<R>) => void;

/** Makes the function by which features register their routes: sign-in, rights and parsing happen here, once. */
export function createServe(app: FastifyInstance, services: Services): Serve {
  return (route, handler) => {
    app.route({
      method: route.method,
      url: `/api/v1${route.path}`,
      config: { routeId: route.id },
      // Compressed on the way, a download would lose its length, and browsers could not tell how much is left.
      ...(route.transport === 'bytes_out' && { compress: false }),
      // Nobody can follow events by their headers, and the stream would stay open.
      exposeHeadRoute: route.method === 'GET' && route.transport !== 'events',
      handler: (request, reply) =>
        answer({ route, handler: handler as Handler<Route>, services, request, reply }),
    });
  };
}

interface Call {
  readonly route: Route;
  readonly handler: Handler<Route>;
  readonly services: Services;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(call: Call): Promise<unknown> {
  const { route, request, reply } = call;
  const entry = await admit(call);
  if (isRefusal(entry)) return sendProblem(reply, entry);
  const parsed = parseParts(route, request);
  if ('refused' in parsed) return sendProblem(reply, parsed);
  const outcome = await call.handler({
    ...parsed,
    actor: entry.actor as Actor,
    roles: entry.roles,
    raw: request,
    reply,
  });
  if (outcome === alreadySent) return reply;
  if (isRefusal(outcome)) return sendProblem(reply, outcome);
  return reply.code(route.status).header('cache-control', 'no-store').send(outcome);
}

/** Says who asks and with which roles, or why not. Strangers and non-members get the same words for what exists and what does not. */
async function admit(
  call: Call,
): Promise<{ actor: Actor | null; roles: readonly ProjectRole[] } | HttpRefusal> {
  const { route, services, request } = call;
  const signedIn = await readActor(services, request);
  const origin = checkOrigin({
    request,
    signedInBy: signedIn?.by ?? null,
    publicOrigin: services.config.publicOrigin,
  });
  if (origin) return origin;
  if (route.access === 'public') return { actor: signedIn?.actor ?? null, roles: [] };
  if (!signedIn) return refuse('not_signed_in', 'Nobody is signed in: sign in, or send a valid API key.');
  return weigh(call, signedIn, route.access);
}

async function weigh(
  call: Call,
  signedIn: SignedIn,
  access: Exclude<Route['access'], 'public'>,
): Promise<{ actor: Actor; roles: readonly ProjectRole[] } | HttpRefusal> {
  const { actor } = signedIn;
  const projectId = (call.request.params as Record<string, string | undefined>)['projectId'];
  if (!call.route.path.includes(':projectId')) {
    return can(actor, access, { kind: 'deployment' }) ? { actor, roles: [] } : notAllowed(actor, access);
  }
  const notFound = refuse(
    'not_found',
    'There is no such project, or you are not on it: ask its lead for an invitation.',
  );
  if (!projectId || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(projectId)) return notFound;
  const found = await findProjectRoles(call.services.database.kysely, {
    projectId,
    personId: actor.personId,
  });
  if (!found || (found.roles.length === 0 && actor.deploymentRole !== 'owner')) return notFound;
  return can(actor, access, { kind: 'project', roles: found.roles })
    ? { actor, roles: found.roles }
    : notAllowed(actor, access);
}

function notAllowed(actor: Actor, action: Action): HttpRefusal {
  if (!coversAction(actor, action)) return refuse('not_allowed', keyLacks(scopeFor(action)));
  return refuse('not_allowed', 'Your role does not allow this: ask a lead or the owner.');
}

function keyLacks(scope: KeyScope | null): string {
  return scope === null
    ? 'No API key can do this: sign in with a browser.'
    : `This API key lacks the scope ${scope}: make one that has it under Settings.`;
}

function parseParts(
  route: Route,
  request: FastifyRequest,
): { params: unknown; query: unknown; body: unknown } | HttpRefusal {
  const bytesIn = route.transport === 'bytes_in';
  if (!bytesIn && request.body instanceof Readable)
    return refuse('unsupported_media', 'Send the body as application/json.');
  const parts = { params: request.params, query: request.query, body: request.body };
  const output: Record<string, unknown> = {};
  for (const name of ['params', 'query', 'body'] as const) {
    if (name === 'body' && bytesIn) continue;
    const schema: z.ZodType = route[name] ?? nothing;
    const result = schema.safeParse(parts[name] === undefined ? {} : parts[name]);
    if (!result.success) return explainMisfit(name, result.error.issues);
    output[name] = result.data;
  }
  return { params: output['params'], query: output['query'], body: output['body'] };
}

/** What a route takes that declares nothing: so a key in the address or a misspelt filter is never passed over. */
const nothing = z.strictObject({});
/** A body can be wrong in a hundred thousand places; nobody reads that far. */
const mostPlaces = 50;

function explainMisfit(part: string, issues: readonly z.core.$ZodIssue[]): HttpRefusal {
  const places = issues
    .slice(0, mostPlaces)
    .map((issue): Place => ({ path: [part, ...issue.path].join('.'), message: issue.message }));
  const first = places[0];
  return refuse('invalid_request', `${first?.path ?? part}: ${first?.message ?? 'is not valid'}`, { places });
}
