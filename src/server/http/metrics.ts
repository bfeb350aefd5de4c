import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from '#server/services/services.ts';

export interface Metrics {
  readonly countJudgment: (outcome: 'stored' | 'replayed' | 'refused') => void;
}

/** A database that hangs is as little ready as one that is away. */
const probe = { text: 'select 1', query_timeout: 2_000 };

/** /healthz (the process), /readyz (with its database) and /metrics (Prometheus). */
export function registerMetrics(app: FastifyInstance, services: Services): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'plumbline_' });
  const duration = new Histogram({
    name: 'plumbline_http_request_seconds',
    help: 'Time to answer',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 5],
    registers: [registry],
  });
  const judgments = new Counter({
    name: 'plumbline_judgments_total',
    help: 'Submissions by outcome',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const connections = new Gauge({
    name: 'plumbline_database_connections',
    help: 'Pool connections',
    labelNames: ['state'],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = (request.routeOptions.config as { routeId?: string }).routeId ?? 'other';
    duration.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get('/healthz', async () => ({ status: 'up' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await services.database.pool.query(probe);
      return { status: 'ready' };
    } catch {
      return reply.code(503).header('retry-after', '2').send({ status: 'database away' });
    }
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, services.config)) return reply.code(403).send({ status: 'forbidden' });
    const { pool } = services.database;
    connections.set({ state: 'open' }, pool.totalCount);
    connections.set({ state: 'idle' }, pool.idleCount);
    connections.set({ state: 'waiting' }, pool.waitingCount);
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
  return { countJudgment: (outcome) => judgments.inc({ outcome }) };
}

const ownAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** With the token, or from this machine; behind a proxy everybody seems to come from this machine, so there it takes the token. */
function mayReadMetrics(
  request: FastifyRequest,
  { metricsToken: token, publicOrigin }: Pick<Services['config'], 'metricsToken' | 'publicOrigin'>,
): boolean {
  if (token === null) {
    const isForwarded = publicOrigin !== null || request.headers['x-forwarded-for'] !== undefined;
    return !isForwarded && ownAddresses.has(request.socket.remoteAddress ?? '');
  }
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
