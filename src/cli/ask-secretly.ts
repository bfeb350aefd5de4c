import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { FailedError } from './command-errors.ts';

/** Asks for something that must not stand on the screen: what is typed is not shown. */
export async function askSecretly(
  { input, output }: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream },
  question: string,
): Promise<string> {
  output.write(question);
  // The line editor echoes into this, which shows nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  const stopped = new AbortController();
  lines.once('SIGINT', () => stopped.abort());
  try {
    return (await lines.question('', { signal: stopped.signal })).trim();
  } catch (error) {
    if (stopped.signal.aborted) throw new FailedError('Stopped: nothing was stored.');
    throw error;
  } finally {
    lines.close();
    output.write('\n');
  }
}
