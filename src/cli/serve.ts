import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import type { Command } from 'commander';
import { readConfig } from '#server/config.ts';

/** `plumbline serve`: the server with everything in one process. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('start the server (settings: PLUMBLINE_PORT, PLUMBLINE_DATA, DATABASE_URL …)')
    .option('--demo', 'with a demo workspace that anybody may sign in to')
    .action(async (options: { demo?: boolean }) => serve({ demo: options.demo ?? false }));
}

async function serve(options: { demo: boolean }): Promise<void> {
  const config = readConfig(process.env, options);
  if (!existsSync(config.dataFolder) && config.databaseUrl === null)
    console.log('Setting up the database: this takes some seconds, once.');
  // Loaded only here: the other commands start much faster without the server.
  const { startPlumbline } = await import('#server/start.ts');
  const plumbline = await startPlumbline(config);
  const address = plumbline.address.replace('127.0.0.1', 'localhost');
  console.log(
    options.demo
      ? `\n  The Plumbline demo is ready: ${address} (no password needed: choose who you want to be)\n`
      : `\n  Plumbline is ready: ${address}\n`,
  );
  // Kept now and not at the end, which a killed server does not reach.
  flushCompileCache();
  const stop = (signal: NodeJS.Signals): void => {
    plumbline.app.log.info({ signal }, 'stopping: requests in flight are finished first');
    plumbline.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
