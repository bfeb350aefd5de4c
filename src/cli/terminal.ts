import { createInterface } from 'node:readline/promises';
import { askSecretly } from './ask-secretly.ts';

/** What a command sees of the outside: where it writes, whom it may ask, and the environment. */
export interface Terminal {
  /** A line of the result. */
  say(text: string): void;
  /** A line about the work, beside the result. */
  note(text: string): void;
  /** Draws over the last drawn line; an empty text clears it. Does nothing where nobody watches. */
  draw(text: string): void;
  /** True where a person sits before it. */
  readonly isInteractive: boolean;
  readonly columns: number;
  ask(question: string): Promise<string>;
  /** As `ask`, but what is typed is not shown. */
  askSecretly(question: string): Promise<string>;
  /** Everything that is piped in. */
  readInput(): Promise<Uint8Array>;
  /** Calls back at the first Ctrl-C instead of ending the process, until the returned function is called. */
  onInterrupt(callback: () => void): () => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function systemTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  // Who reads may stop early, as `head` does: then nobody is left to tell.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  const isInteractive = stdin.isTTY === true && stderr.isTTY === true;
  return {
    say: (text) => stdout.write(`${text}\n`),
    note: (text) => stderr.write(`${text}\n`),
    draw: (text) => {
      if (stderr.isTTY === true) stderr.write(`\r\u001b[2K${text}`);
    },
    isInteractive,
    columns: stderr.columns ?? 80,
    async ask(question) {
      const lines = createInterface({ input: stdin, output: stderr });
      try {
        return (await lines.question(question)).trim();
      } finally {
        lines.close();
      }
    },
    askSecretly: (question) => askSecretly({ input: stdin, output: stderr }, question),
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
    onInterrupt(callback) {
      process.once('SIGINT', callback);
      return () => process.off('SIGINT', callback);
    },
    environment: process.env,
  };
}
