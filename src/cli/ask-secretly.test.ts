import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askSecretly } from './ask-secretly.ts';

function screen() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.on('data', (chunk) => {
    shown += String(chunk);
  });
  return { input, answer: askSecretly({ input, output }, 'API key: '), shown: () => shown };
}

test('what is typed is taken but not shown', async () => {
  const { input, answer, shown } = screen();
  input.write('plb_secret\r');
  expect(await answer).toBe('plb_secret');
  await new Promise(setImmediate);
  expect(shown()).toBe('API key: \n');
});

test('Ctrl-C takes nothing', async () => {
  const { input, answer, shown } = screen();
  input.write('plb_sec\u0003');
  await expect(answer).rejects.toThrow('nothing was stored');
  expect(shown()).not.toContain('plb');
});
