import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Config } from '#server/config.ts';
import { registerAccounts } from '#server/features/accounts/accounts-routes.ts';
import { registerConversations } from '#server/features/conversations/conversations-routes.ts';
import { registerExports } from '#server/features/exports/exports-routes.ts';
import { registerGold } from '#server/features/gold/gold-routes.ts';
import { registerGuidelines } from '#server/features/guidelines/guidelines-routes.ts';
import { registerImports } from '#server/features/imports/imports-routes.ts';
import { registerJudging } from '#server/features/judging/judging-routes.ts';
import { registerMedia } from '#server/features/media/media-routes.ts';
import { registerMediaFiles } from '#server/features/media/serve-media.ts';
import { registerModels } from '#server/features/models/models-routes.ts';
import { registerProjects } from '#server/features/projects/projects-routes.ts';
import { registerPeopleQuality } from '#server/features/quality/people-quality-routes.ts';
import { registerQuality } from '#server/features/quality/quality-routes.ts';
import { registerResults } from '#server/features/results/results-routes.ts';
import { registerReview } from '#server/features/review/review-routes.ts';
import { registerRubrics } from '#server/features/rubrics/rubrics-routes.ts';
import { registerThresholds } from '#server/features/thresholds/thresholds-routes.ts';
import { maxBodyBytes, parseJsonBody } from '#server/http/body-parser.ts';
import { explainDatabaseError } from '#server/http/database-errors.ts';
import { describeRequest } from '#server/http/log-request.ts';
import { registerMetrics } from '#server/http/metrics.ts';
import { registerOpenApi } from '#server/http/open-api.ts';
import { sendProblem } from '#server/http/problem.ts';
import { createServe } from '#server/http/serve-route.ts';
import { registerWebApp } from '#server/http/web-app.ts';
import { AssignmentMemory } from '#server/services/assignment-memory.ts';
import { openQueueDoor } from '#server/services/queue-door.ts';
import { RubricCache } from '#server/services/rubric-cache.ts';
import type { Services } from '#server/services/services.ts';

/** A Fastify instance with logging, limits and headers, but no routes yet; its logger serves the rest of the process. */
export function createHttpServer(config: Config): FastifyInstance {
  return Fastify({
    logger: { level: config.logLevel, serializers: { req: describeRequest } },
    genReqId: () => v7(),
    requestIdHeader: false,
    bodyLimit: maxBodyBytes,
    // A proxy stands on this machine or in its network; what others say about addresses is not believed.
    trustProxy: config.publicOrigin === null ? false : 'loopback, linklocal, uniquelocal',
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, request, reply) => {
      // No plugin has seen this request, so what they would have sent stands here.
      sendProblem(
        reply.headers({
          'x-request-id': request.id,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        }),
        refuse('invalid_request', 'The address could not be read: check its percent signs and its length.'),
      );
    },
  });
}

/** Gives the instance its plugins and every route of the product. */
export async function registerEverything(app: FastifyInstance, services: Services): Promise<void> {
  await registerPlugins(app, services);
  registerParsers(app);
  registerErrors(app);
  const metrics = registerMetrics(app, services);
  const serve = createServe(app, services);
  registerAccounts(serve, services);
  registerProjects(serve, services);
  registerRubrics(serve, services);
  registerGuidelines(serve, services);
  registerImports(serve, services);
  registerMedia(serve, services);
  registerMediaFiles(app, services);
  const rubrics = new RubricCache(services.database);
  registerJudging(serve, {
    ...services,
    rubrics,
    assignments: new AssignmentMemory(),
    queue: openQueueDoor(services.database.pool),
    countJudgment: metrics.countJudgment,
  });
  registerResults(serve, services);
  registerQuality(serve, services);
  registerPeopleQuality(serve, services);
  registerReview(serve, { ...services, rubrics });
  registerGold(serve, services);
  registerThresholds(serve, services);
  registerModels(serve, services);
  const conversations = registerConversations(serve, { ...services, rubrics });
  app.addHook('preClose', () => conversations.stop());
  registerExports(serve, services);
  registerOpenApi(app);
  await registerWebApp(app);
}

async function registerPlugins(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(cookie);
  await app.register(compress, { threshold: 2048 });
  await app.register(rateLimit, {
    global: true,
    max: services.config.requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, context) =>
      refuse(
        'too_many_requests',
        `Too many requests: wait ${Math.ceil(context.ttl / 1000)} s and try again.`,
      ),
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        // KaTeX and the charts set inline style attributes; no style can run code.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'media-src': ["'self'", 'blob:'],
        // Files that the page itself keeps; a blob: address is always of our own origin.
        'connect-src': ["'self'", 'blob:'],
        'worker-src': ["'self'", 'blob:'],
        // The page in which annotators' code runs; its own policy takes its origin away.
        'frame-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: services.config.publicOrigin?.startsWith('https:') ?? false,
  });
  // On request, so that streams that write their own head carry it too.
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

function registerParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    const parsed = parseJsonBody(body as Buffer);
    if (isRefusal(parsed)) done(parsed as unknown as Error);
    else done(null, (parsed as { value: unknown }).value);
  });
  // Uploads are read as a stream by their route.
  app.addContentTypeParser(
    'application/octet-stream',
    { bodyLimit: Number.MAX_SAFE_INTEGER },
    (_request, payload, done) => done(null, payload),
  );
}

function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    if (isRefusal(error)) return sendProblem(reply, error as never);
    const status = (error as { statusCode?: number }).statusCode;
    if (status === 413)
      return sendProblem(
        reply,
        refuse('body_too_large', `The body is larger than ${maxBodyBytes / 1e6} MB: send less at once.`),
      );
    if (status === 415)
      return sendProblem(reply, refuse('unsupported_media', 'Send the body as application/json.'));
    if (status !== undefined && status >= 400 && status < 500)
      return sendProblem(reply, refuse('invalid_request', 'The request could not be read: check its form.'));
    const known = explainDatabaseError(error);
    if (known) {
      request.log.warn({ err: error }, 'the database could not do this now');
      return sendProblem(reply, known);
    }
    request.log.error({ err: error }, 'a request failed');
    reply.code(500).header('content-type', 'application/problem+json; charset=utf-8');
    return reply.send(
      JSON.stringify({
        type: 'urn:plumbline:problem:internal',
        title: 'Internal Server Error',
        status: 500,
        code: 'internal',
        detail: 'Something failed on our side; nothing was half-written. Give the request id to your admin.',
        requestId: request.id,
      }),
    );
  });
}
