import { describe, expect, test } from 'vitest';
import { BoundedText } from './bounded-text.ts';
import { readWorkerMessage } from './read-worker-message.ts';

describe('readWorkerMessage', () => {
  test.each([
    ['nothing', null],
    ['a text', 'finished'],
    ['an unknown kind', { kind: 'constructor' }],
    ['output to another stream', { kind: 'output', stream: 'constructor', text: 'x' }],
    ['output that is no text', { kind: 'output', stream: 'stdout', text: { length: 1e9 } }],
    ['an end that only the page may give', { kind: 'finished', status: 'killed' }],
  ])('takes no notice of %s', (_name, data) => {
    expect(readWorkerMessage(data)).toBeUndefined();
  });

  test('keeps only what belongs to a message', () => {
    const said = { kind: 'finished', status: 'ok', value: 3, error: ['x'], isBroken: 'yes', extra: 1 };
    expect(readWorkerMessage(said)).toEqual({
      kind: 'finished',
      status: 'ok',
      value: null,
      error: null,
      isBroken: false,
    });
  });
});

describe('BoundedText', () => {
  test('keeps what fits and knows that something did not', () => {
    const text = new BoundedText(5);
    text.add('abc');
    expect([text.text, text.isCut]).toEqual(['abc', false]);
    text.add('def');
    text.add('g');
    expect([text.text, text.isCut]).toEqual(['abcde', true]);
  });

  test('holds only text that can be stored', () => {
    const text = new BoundedText(4);
    text.add('a\u0000\ud83d');
    expect(text.text).toBe('a\u2400\ufffd');
  });
});
