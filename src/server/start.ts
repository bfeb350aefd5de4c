import type { FastifyInstance } from 'fastify';
import { createHttpServer, registerEverything } from './app.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database/database.ts';
import { type EmbeddedServer, startEmbeddedServer } from './database/embedded-server.ts';
import { migrate } from './database/migrate.ts';
import { holdServerLock } from './database/server-lock.ts';
import { registerJobs } from './register-jobs.ts';
import { createJobs } from './services/jobs.ts';
import { ProjectEvents } from './services/project-events.ts';
import { type Services, systemSources } from './services/services.ts';

export interface Plumbline {
  readonly app: FastifyInstance;
  readonly services: Services;
  /** Where it listens, such as http://127.0.0.1:4600. */
  readonly address: string;
  readonly databaseUrl: string;
  /** Finishes requests in flight, stops jobs, closes the database; the embedded one too, unless another command uses it. */
  stop(): Promise<void>;
}

/** Starts everything: database, migrations, jobs, HTTP. Whatever fails is undone and thrown with words that say the cure. */
export async function startPlumbline(config: Config): Promise<Plumbline> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const embedded = config.databaseUrl ? null : await startEmbeddedServer({ folder: config.dataFolder });
    if (embedded) undo.push(() => embedded.stop());
    return await startOn({
      config,
      url: config.databaseUrl ?? (embedded as EmbeddedServer).url,
      embedded: embedded !== null,
      undo,
    });
  } catch (error) {
    await unwind(undo);
    throw error;
  }
}

async function unwind(undo: (() => Promise<unknown>)[]): Promise<void> {
  for (const step of undo.reverse()) await step().catch(() => undefined);
}

async function startOn(start: {
  config: Config;
  url: string;
  embedded: boolean;
  undo: (() => Promise<unknown>)[];
}): Promise<Plumbline> {
  const { config, url, undo } = start;
  const app = createHttpServer(config);
  await migrate(url);
  if (start.embedded) {
    const lock = await holdServerLock(url);
    undo.push(() => lock.release());
  }
  const database: Database = openDatabase({
    url,
    onError: (error) => app.log.warn({ err: error }, 'a database connection broke'),
  });
  undo.push(() => database.close());
  const jobs = createJobs({ url, log: app.log });
  await jobs.start();
  undo.push(() => jobs.stop());
  const services: Services = {
    ...systemSources,
    config,
    database,
    jobs,
    projectEvents: new ProjectEvents(),
    log: app.log,
  };
  await registerEverything(app, services);
  undo.push(() => app.close());
  await registerJobs(services);
  const address = await listen(app, config);
  return { app, services, address, databaseUrl: url, stop: () => unwind(undo) };
}

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    return await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(
        `Port ${config.port} is in use: stop the program that uses it, or choose another with PLUMBLINE_PORT=4601.`,
        { cause: error },
      );
    }
    throw error;
  }
}
