import { describe, expect, test } from 'vitest';
import { Output } from './output.ts';

function record(limit: number) {
  const pieces: string[] = [];
  let cuts = 0;
  const output = new Output({
    limit,
    post: (stream, text) => pieces.push(`${stream}: ${text}`),
    onCut: () => {
      cuts += 1;
    },
  });
  output.reset();
  return { output, pieces, cuts: () => cuts };
}

describe('Output', () => {
  test('hands over the first writes at once', () => {
    const { output, pieces } = record(100);
    output.write('stdout', 'a');
    output.write('stderr', 'b');
    expect(pieces).toEqual(['stdout: a', 'stderr: b']);
  });

  test('gathers many small writes into few pieces and loses none', () => {
    const { output, pieces } = record(100_000);
    for (let index = 0; index < 50_000; index += 1) output.write('stdout', 'x');
    output.finish();
    expect(pieces.length).toBeLessThan(300);
    expect(pieces.map((piece) => piece.slice('stdout: '.length)).join('')).toHaveLength(50_000);
  });

  test('drops what is beyond the limit of both streams together, and says so once', () => {
    const { output, pieces, cuts } = record(5);
    output.write('stdout', 'abc');
    output.write('stderr', 'defg');
    output.write('stdout', 'h');
    expect(pieces).toEqual(['stdout: abc', 'stderr: de']);
    expect(cuts()).toBe(1);
  });

  test('puts a character together that came in two parts', () => {
    const { output, pieces } = record(100);
    const [first = 0, ...rest] = new TextEncoder().encode('é');
    output.writeBytes('stdout', new Uint8Array([first]));
    output.writeBytes('stdout', new Uint8Array(rest));
    expect(pieces).toEqual(['stdout: é']);
  });

  test('says what went wrong even when nothing more may be printed', () => {
    const { output, pieces } = record(3);
    output.write('stdout', 'abcdef');
    output.writeError('Error: no');
    expect(pieces.at(-1)).toBe('stderr: Err');
  });

  test('counts anew for another execution', () => {
    const { output, pieces, cuts } = record(3);
    output.write('stdout', 'abcd');
    output.reset();
    output.write('stdout', 'efg');
    expect(pieces).toEqual(['stdout: abc', 'stdout: efg']);
    expect(cuts()).toBe(1);
  });
});
