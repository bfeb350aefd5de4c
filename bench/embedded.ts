import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { Config } from '#server/config.ts';
import { openDatabase } from '#server/database/database.ts';
import { startEmbeddedServer } from '#server/database/embedded-server.ts';
import { migrate } from '#server/database/migrate.ts';
import type { JudgingServices } from '#server/features/judging/judging-services.ts';
import { usualModels } from '#server/models-setting.ts';
import { AssignmentMemory } from '#server/services/assignment-memory.ts';
import { createFileStore } from '#server/services/file-store.ts';
import { ProjectEvents } from '#server/services/project-events.ts';
import { openQueueDoor } from '#server/services/queue-door.ts';
import { RubricCache } from '#server/services/rubric-cache.ts';
import { type Services, systemSources } from '#server/services/services.ts';

export interface BenchServices {
  readonly services: Services;
  readonly databasePid: number;
  stop(): Promise<void>;
}

/** The product's services on a fresh, durable (fsync on) embedded PostgreSQL in a temporary folder. */
export async function startBench(options: { maxConnections: number }): Promise<BenchServices> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ folder });
  await migrate(server.url);
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataFolder: folder,
    databaseUrl: null,
    publicOrigin: null,
    demo: false,
    logLevel: 'fatal',
    metricsToken: null,
    requestsPerMinute: 1_000_000,
    files: null,
    models: usualModels,
  };
  const log = Fastify({ logger: { level: 'fatal' } }).log;
  const database = openDatabase({
    url: server.url,
    maxConnections: options.maxConnections,
    onError: () => {},
  });
  const noJobs = { send: async () => {}, work: async () => {}, start: async () => {}, stop: async () => {} };
  const services: Services = {
    ...systemSources,
    config,
    database,
    jobs: noJobs,
    files: createFileStore(config),
    projectEvents: new ProjectEvents(),
    log,
  };
  return {
    services,
    databasePid: server.pid,
    async stop() {
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What claims and submissions need, as the product puts it together. */
export function judgingServicesOf({ services }: BenchServices): JudgingServices {
  return {
    ...services,
    rubrics: new RubricCache(services.database),
    assignments: new AssignmentMemory(),
    queue: openQueueDoor(services.database.pool),
    countJudgment: () => {},
  };
}
