import type { Command } from 'commander';
import { type Client, createClient } from '#client/call.ts';
import { readCredentials } from './credentials.ts';
import type { Terminal } from './terminal.ts';

export interface ConnectionOptions {
  readonly server?: string | undefined;
  readonly apiKey?: string | undefined;
}

/** Adds the options of every command that talks to a server. */
export function addConnectionOptions(command: Command): Command {
  return command
    .option('--server <url>', 'the server (default: PLUMBLINE_URL, or as stored by login)')
    .option('--api-key <key>', 'the API key (default: PLUMBLINE_API_KEY, or as stored by login)');
}

/** The API's client with the person's key. */
export function connect(terminal: Terminal, options: ConnectionOptions): Client {
  const { server, apiKey } = readCredentials(terminal, options);
  return createClient({ baseUrl: `${server}/api/v1`, apiKey: apiKey ?? undefined });
}
