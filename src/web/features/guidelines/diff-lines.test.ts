import { describe, expect, it } from 'vitest';
import { diffLines, foldSame } from './diff-lines.ts';

const signs = { same: ' ', added: '+', removed: '-' };
const written = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => signs[kind] + text);

describe('lines of two texts', () => {
  it.each([
    ['the same', 'a\nb', 'a\nb', [' a', ' b']],
    ['one more', 'a\nc', 'a\nb\nc', [' a', '+b', ' c']],
    ['one less', 'a\nb\nc', 'a\nc', [' a', '-b', ' c']],
    ['one other', 'a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['from nothing', '', 'a', ['+a']],
    ['to nothing', 'a', '', ['-a']],
  ])('differ: %s', (_, before, after, expected) => {
    expect(written(before, after)).toEqual(expected);
  });

  it('fold where nothing changed', () => {
    const folded = foldSame(diffLines('1\n2\n3\n4\n5\n6', '1\n2\nx\n4\n5\n6'));
    expect(folded.map((line) => line && signs[line.kind] + line.text)).toEqual([
      null,
      ' 2',
      '-3',
      '+x',
      ' 4',
      null,
    ]);
  });
});
