import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { openDatabase } from '#server/database/database.ts';
import { startEmbeddedServer } from '#server/database/embedded-server.ts';
import { migrate } from '#server/database/migrate.ts';
import { createJobs } from '#server/services/jobs.ts';
import { ProjectEvents } from '#server/services/project-events.ts';
import { type Services, systemSources } from '#server/services/services.ts';

export interface BenchDeployment {
  readonly services: Services;
  readonly folder: string;
  stop(): Promise<void>;
}

/** A deployment in a folder of its own, on a PostgreSQL that is as durable as in earnest; jobs are not started. */
export async function startBenchDeployment(): Promise<BenchDeployment> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  // As root the database runs as another account, which must be able to enter the folder.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ folder });
  await migrate(server.url);
  const database = openDatabase({ url: server.url, onError: () => {} });
  const { log } = Fastify({ logger: false });
  const services: Services = {
    ...systemSources,
    config: {
      host: '127.0.0.1',
      port: 0,
      dataFolder: folder,
      databaseUrl: server.url,
      publicOrigin: null,
      demo: false,
      logLevel: 'fatal',
      metricsToken: null,
      requestsPerMinute: 1_000_000,
    },
    database,
    jobs: createJobs({ url: server.url, log }),
    projectEvents: new ProjectEvents(),
    log,
  };
  return {
    services,
    folder,
    async stop() {
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
