import type { Command } from 'commander';
import { type KeyScope, keyScopes } from '#domain/access/roles.ts';
import { readConfig } from '#server/config.ts';
import { UsageError } from './command-errors.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly email: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly demo?: boolean;
}

/** `plumbline local-key`: an API key made on the server's own machine, without signing in. */
export function addLocalKey(program: Command, terminal: Terminal): void {
  program
    .command('local-key')
    .description("make an API key directly in this machine's database; it is shown once")
    .requiredOption('--email <address>', 'whose key')
    .option('--name <text>', 'what it is for', 'made on the server')
    .option('--scopes <list>', `some of ${keyScopes.join(',')}`, readScopes, [...keyScopes])
    .option('--demo', "in the demo's database")
    .action(async ({ demo, ...input }: Options) => {
      const { createLocalKey } = await import('#server/create-local-key.ts');
      const config = readConfig({ ...terminal.environment }, { demo: demo ?? false });
      terminal.say(await createLocalKey(config, input));
    });
}

function readScopes(given: string): KeyScope[] {
  const scopes = given.split(',').map((scope) => scope.trim());
  const unknown = scopes.find((scope) => !(keyScopes as readonly string[]).includes(scope));
  if (unknown !== undefined)
    throw new UsageError(`There is no scope "${unknown}": choose from ${keyScopes.join(', ')}.`);
  return scopes as KeyScope[];
}
