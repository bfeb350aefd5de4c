import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuse } from '#domain/outcomes/refusal.ts';
import { sendProblem } from './problem.ts';
import { runnerPolicy } from './runner-policy.ts';

const webFolder = join(import.meta.dirname, '../../../dist/web');
const runnerPage = join(webFolder, 'runner.html');

/** The worker that reads PDFs decodes pictures with WebAssembly; nothing else of the app may run any. */
const policyOfPdfReader =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'";

/** Serves the built web app; every address that is not the API's is the app's own to route. */
export async function registerWebApp(app: FastifyInstance): Promise<void> {
  const isBuilt = existsSync(join(webFolder, 'index.html'));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      !/^\/(api\/(v1|openapi)|assets\/|media\/|metrics|healthz|readyz)/.test(request.url);
    if (isBuilt && wantsPage) return reply.sendFile('index.html');
    return sendProblem(reply, refuse('not_found', 'There is nothing at this address: see /api/docs.'));
  });
  if (!isBuilt) return;
  const policyOfRunner = existsSync(runnerPage) ? runnerPolicy(readFileSync(runnerPage, 'utf8')) : undefined;
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: true,
    index: false,
    setHeaders(reply, path) {
      // File names in assets/ carry a hash of their content.
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      if (/\/pdf\.worker[^/]*$/.test(path)) reply.header('content-security-policy', policyOfPdfReader);
      if (path === runnerPage && policyOfRunner) reply.header('content-security-policy', policyOfRunner);
    },
  });
  app.get('/', (_request, reply) => reply.sendFile('index.html'));
}
