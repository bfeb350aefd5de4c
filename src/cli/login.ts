import type { Command } from 'commander';
import { createClient } from '#client/call.ts';
import { readSession } from '#contract/accounts.ts';
import { FailedError, UsageError } from './command-errors.ts';
import { defaultServer, normaliseServer, readCredentials, storeCredentials } from './credentials.ts';
import type { Terminal } from './terminal.ts';

/** `plumbline login`: stores where to and as whom, after trying it. */
export function addLogin(program: Command, terminal: Terminal): void {
  program
    .command('login')
    .description('store the server and your API key for the other commands')
    .argument('[server]', `the address, such as ${defaultServer}`)
    .option('--api-key <key>', 'the key, from "Settings, API keys" in the web app')
    .action((server: string | undefined, options: { apiKey?: string }) =>
      login(terminal, { server, ...options }),
    );
}

async function login(
  terminal: Terminal,
  given: { server: string | undefined; apiKey?: string },
): Promise<void> {
  const address = normaliseServer(given.server ?? readCredentials(terminal, {}).server);
  const apiKey =
    given.apiKey ?? terminal.environment['PLUMBLINE_API_KEY'] ?? (await askForKey(terminal, address));
  const client = createClient({ baseUrl: `${address}/api/v1`, apiKey });
  const { person } = await client.call(readSession);
  if (person === null)
    throw new FailedError(`${address} does not know this key: copy it whole, or make a new one.`);
  const path = storeCredentials(terminal, { server: address, apiKey });
  terminal.say(`Signed in to ${address} as ${person.name}. Stored in ${path}.`);
}

async function askForKey(terminal: Terminal, address: string): Promise<string> {
  if (!terminal.isInteractive)
    throw new UsageError('Give the key with --api-key or PLUMBLINE_API_KEY: nobody is here to be asked.');
  const key = await terminal.askSecretly(`API key for ${address}: `);
  if (key === '') throw new UsageError('No key was given: nothing was stored.');
  return key;
}
