import type { FastifyInstance } from 'fastify';
import { createHttpServer, registerEverything } from './app.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database/database.ts';
import { type EmbeddedServer, guardEmbeddedServer, startEmbeddedServer } from './database/embedded-server.ts';
import { migrate } from './database/migrate.ts';
import { holdServerLock } from './database/server-lock.ts';
import { askForFirstReports } from './demo/ask-for-first-reports.ts';
import { allowScriptedModels, connectScriptedModels } from './demo/connect-scripted-models.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { startScriptedModels } from './demo/start-scripted-models.ts';
import { registerJobs } from './register-jobs.ts';
import { createFileStore } from './services/file-store.ts';
import { createJobs } from './services/jobs.ts';
import { ProjectEvents } from './services/project-events.ts';
import { type Services, systemSources } from './services/services.ts';
import { keepFilesTidy } from './tidy-files.ts';

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
    const app = createHttpServer(config);
    const url = config.databaseUrl ?? embedded?.url ?? '';
    await migrate(url);
    if (embedded) await guardEmbedded({ app, config, embedded, undo });
    return await startOn({ app, config, url, undo });
  } catch (error) {
    await unwind(undo);
    throw error;
  }
}

async function unwind(undo: (() => Promise<unknown>)[]): Promise<void> {
  for (const step of undo.reverse()) await step().catch(() => undefined);
}

/** Holds the lock of the one server on this data, and brings the database back when it dies. */
async function guardEmbedded(start: {
  app: FastifyInstance;
  config: Config;
  embedded: EmbeddedServer;
  undo: (() => Promise<unknown>)[];
}): Promise<void> {
  const { app, embedded, undo } = start;
  let lock = await holdServerLock(embedded.url);
  const guard = guardEmbeddedServer({
    server: embedded,
    options: { folder: start.config.dataFolder },
    async onRestart(server) {
      app.log.warn(
        { pid: server.pid },
        'the embedded database had died and was started again; nothing acknowledged is lost',
      );
      lock = await holdServerLock(server.url);
    },
    onTrouble: (error) => app.log.error({ err: error }, 'the embedded database does not start'),
  });
  undo.push(async () => {
    guard.stop();
    await lock.release();
    await guard.current().stop();
  });
}

async function startOn(start: {
  app: FastifyInstance;
  config: Config;
  url: string;
  undo: (() => Promise<unknown>)[];
}): Promise<Plumbline> {
  const { app, config, url, undo } = start;
  const database = openDatabase({
    url,
    onError: (error) => app.log.warn({ err: error }, 'a database connection broke'),
  });
  undo.push(() => database.close());
  const jobs = createJobs({ url, log: app.log });
  await jobs.start();
  undo.push(() => jobs.stop());
  const scripts = config.demo ? await startScriptedModels() : null;
  if (scripts) undo.push(() => scripts.stop());
  const services: Services = {
    ...systemSources,
    config: scripts ? allowScriptedModels(config, scripts) : config,
    database,
    jobs,
    files: createFileStore(config),
    projectEvents: new ProjectEvents(),
    log: app.log,
  };
  await registerEverything(app, services);
  undo.push(() => app.close());
  await registerJobs(services);
  const stopTidying = keepFilesTidy(services);
  undo.push(async () => stopTidying());
  if (scripts) {
    const isNew = await seedDemo(services);
    if (isNew) await askForFirstReports(services);
    await connectScriptedModels(services, { baseUrl: scripts.baseUrl, isNew });
  }
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
