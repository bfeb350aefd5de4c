import type { FastifyInstance } from 'fastify';
import { buildOpenApi } from '#contract/openapi.ts';
import { allRoutes } from '#contract/routes.ts';

/** The OpenAPI document, made from the contract that the routes themselves parse with. */
export function registerOpenApi(app: FastifyInstance): void {
  let text: string | undefined;
  app.get('/api/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(buildOpenApi(allRoutes));
    return reply.header('content-type', 'application/json; charset=utf-8').send(text);
  });
}
