import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlumbline } from '#cli/run-plumbline.ts';
import { createApiKey } from '#contract/accounts.ts';
import { keyScopes } from '#domain/access/roles.ts';
import type { TestPerson } from './people.ts';
import type { TestServer } from './test-server.ts';

export interface CommandLine {
  /** An empty folder for files of this test. */
  readonly folder: string;
  readonly environment: Record<string, string | undefined>;
  /** What the person types when asked; without it nobody sits before the terminal. */
  answer: string | null;
  /** What is piped in. */
  input: Uint8Array;
  /** Runs one command as `plumbline …` would. */
  run(...words: readonly string[]): Promise<{ exitCode: number; out: string; notes: string }>;
  remove(): void;
}

/** A command line of its own, with a home folder of its own. */
export function createCommandLine(environment: Record<string, string | undefined> = {}): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
  const line: CommandLine = {
    folder,
    environment: { HOME: folder, ...environment },
    answer: null,
    input: new Uint8Array(),
    async run(...words) {
      const out: string[] = [];
      const notes: string[] = [];
      const exitCode = await runPlumbline(words, {
        say: (text) => out.push(text),
        note: (text) => notes.push(text),
        draw: () => {},
        isInteractive: line.answer !== null,
        columns: 100,
        ask: async () => line.answer ?? '',
        askSecretly: async () => line.answer ?? '',
        readInput: async () => line.input,
        onInterrupt: () => () => {},
        environment: line.environment,
      });
      return { exitCode, out: out.join('\n'), notes: notes.join('\n') };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return line;
}

/** The environment of a person who has made an API key with every scope. */
export async function environmentOf(
  server: Pick<TestServer, 'address'>,
  person: TestPerson,
): Promise<Record<string, string>> {
  const body = { name: 'command line', scopes: [...keyScopes] };
  const { secret } = await person.client.call(createApiKey, { body });
  return { PLUMBLINE_URL: server.address, PLUMBLINE_API_KEY: secret };
}
