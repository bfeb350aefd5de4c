import { expect, test } from 'vitest';
import { explainError } from './command-errors.ts';
import { followRun } from './follow-run.ts';
import type { Terminal } from './terminal.ts';

/** Follows work that never ends; `interrupt` is the person's Ctrl-C. */
function followForever() {
  let interrupt: (() => void) | undefined;
  const terminal: Terminal = {
    say: () => {},
    note: () => {},
    draw: () => {},
    isInteractive: true,
    columns: 80,
    ask: async () => '',
    askSecretly: async () => '',
    readInput: async () => new Uint8Array(),
    onInterrupt(callback) {
      interrupt = callback;
      return () => {
        interrupt = undefined;
      };
    },
    environment: {},
  };
  const running = { state: 'running' };
  const followed = followRun({
    what: 'export',
    terminal,
    first: running,
    read: async () => running,
    describe: () => ({ label: 'Exporting', share: null, facts: '' }),
  });
  return { followed, interrupt: () => interrupt?.(), isListening: () => interrupt !== undefined };
}

test('Ctrl-C while work is followed says that it goes on, and where', async () => {
  const { followed, interrupt, isListening } = followForever();
  expect(isListening()).toBe(true);
  interrupt();
  const error = await followed.catch((thrown: unknown) => thrown);
  expect(explainError(error)).toEqual({
    text: 'Stopped watching. The export goes on on the server: see it, or cancel it, under "Export" in the web app.',
    exitCode: 130,
  });
  // The next Ctrl-C ends the program as ever.
  expect(isListening()).toBe(false);
});
