import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { UsageError } from './command-errors.ts';
import type { Terminal } from './terminal.ts';

export interface Credentials {
  /** Such as http://localhost:4600. */
  readonly server: string;
  readonly apiKey: string | null;
}

export const defaultServer = 'http://localhost:4600';

export function credentialsPath({ environment }: Pick<Terminal, 'environment'>): string {
  const folder = environment['XDG_CONFIG_HOME'] || join(environment['HOME'] || homedir(), '.config');
  return join(folder, 'plumbline', 'credentials.json');
}

/** Where to and as whom: options before environment before what "plumbline login" stored. */
export function readCredentials(
  terminal: Pick<Terminal, 'environment'>,
  options: { server?: string | undefined; apiKey?: string | undefined },
): Credentials {
  const stored = readStored(terminal);
  const server = options.server ?? terminal.environment['PLUMBLINE_URL'];
  const apiKey = options.apiKey ?? terminal.environment['PLUMBLINE_API_KEY'];
  // A stored key belongs to its server: it is never sent to another one.
  const storedKey =
    server === undefined || normaliseServer(server) === stored?.server ? stored?.apiKey : undefined;
  return {
    server: normaliseServer(server ?? stored?.server ?? defaultServer),
    apiKey: apiKey ?? storedKey ?? null,
  };
}

function readStored(terminal: Pick<Terminal, 'environment'>): Credentials | null {
  const path = credentialsPath(terminal);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    const { server, apiKey } = JSON.parse(text) as Partial<Credentials>;
    if (typeof server === 'string') return { server, apiKey: typeof apiKey === 'string' ? apiKey : null };
  } catch {
    // Explained below: broken JSON and JSON of another shape have the same cure.
  }
  throw new UsageError(`${path} is damaged: run "plumbline login" to write it anew.`);
}

/** Stores the credentials so that only their owner can read them. */
export function storeCredentials(terminal: Pick<Terminal, 'environment'>, credentials: Credentials): string {
  const path = credentialsPath(terminal);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  chmodSync(path, 0o600);
  return path;
}

/** An address without a trailing slash. */
export function normaliseServer(server: string): string {
  const withScheme = /^https?:\/\//.test(server) ? server : `http://${server}`;
  if (!URL.canParse(withScheme))
    throw new UsageError(`"${server}" is no address: give one such as ${defaultServer}.`);
  return withScheme.replace(/\/+$/, '');
}
