import type { Command } from 'commander';
import { readConfig } from '#server/config.ts';
import type { Terminal } from './terminal.ts';

/** `plumbline migrate`: brings the database up to date without starting the server. */
export function addMigrate(program: Command, terminal: Terminal): void {
  program
    .command('migrate')
    .description('bring the database up to date (the server also does this when it starts)')
    .action(async () => {
      const { startEmbeddedServer } = await import('#server/database/embedded-server.ts');
      const { migrate } = await import('#server/database/migrate.ts');
      const config = readConfig({ ...terminal.environment });
      const embedded = config.databaseUrl ? null : await startEmbeddedServer({ folder: config.dataFolder });
      try {
        const { applied } = await migrate(config.databaseUrl ?? embedded?.url ?? '');
        terminal.say(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
      } finally {
        await embedded?.stop();
      }
    });
}
