import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpServer, registerEverything } from '#server/app.ts';
import type { Config } from '#server/config.ts';
import { openDatabase } from '#server/database/database.ts';
import { usualModels } from '#server/models-setting.ts';
import { registerJobs } from '#server/register-jobs.ts';
import { createFileStore } from '#server/services/file-store.ts';
import { createJobs } from '#server/services/jobs.ts';
import { ProjectEvents } from '#server/services/project-events.ts';
import { type Services, systemSources } from '#server/services/services.ts';
import { createTestDatabase } from './test-database.ts';

export interface TestServer {
  readonly address: string;
  readonly services: Services;
  /** Moves the server's clock; the database's own clock is never asked. */
  setNow(now: Date | null): void;
  stop(): Promise<void>;
}

/** A whole server on a fresh database of its own, listening on a free port. */
export async function startTestServer(
  options: {
    demo?: boolean;
    withJobs?: boolean;
    publicOrigin?: string;
    metricsToken?: string;
    /** The bucket that keeps media, instead of a folder. */
    files?: Config['files'];
    /** How models may be called. */
    models?: Partial<Config['models']>;
    /** Another server's database, instead of a fresh one. */
    databaseUrl?: string;
  } = {},
): Promise<TestServer> {
  const databaseUrl = options.databaseUrl ?? (await createTestDatabase());
  const dataFolder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    databaseUrl,
    publicOrigin: options.publicOrigin ?? null,
    demo: options.demo ?? false,
    logLevel: 'fatal',
    metricsToken: options.metricsToken ?? null,
    requestsPerMinute: 1_000_000,
    files: options.files ?? null,
    models: { ...usualModels, ...options.models },
  };
  const app = createHttpServer(config);
  const database = openDatabase({ url: databaseUrl, maxConnections: 12, onError: () => {} });
  const jobs = createJobs({ url: databaseUrl, log: app.log });
  if (options.withJobs ?? true) await jobs.start();
  let fixed: Date | null = null;
  const services: Services = {
    ...systemSources,
    now: () => fixed ?? new Date(),
    config,
    database,
    jobs,
    files: createFileStore(config),
    projectEvents: new ProjectEvents(),
    log: app.log,
  };
  await registerEverything(app, services);
  if (options.withJobs ?? true) await registerJobs(services);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    services,
    setNow(now) {
      fixed = now;
    },
    async stop() {
      await app.close();
      if (options.withJobs ?? true) await jobs.stop();
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
