import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDifference, differenceLimits } from './compute-difference.ts';

function pieces(one: string, other: string) {
  const found = computeDifference({ one, other });
  return {
    one: found.one.map(({ start, end }) => one.slice(start, end)),
    other: found.other.map(({ start, end }) => other.slice(start, end)),
  };
}

describe('the difference of two texts', () => {
  it.each([
    ['nothing', 'the same', 'the same', [], []],
    ['one word', 'the red cat', 'the blue cat', ['red'], ['blue']],
    ['words that only one has', 'the cat', 'the old grey cat', [], ['old grey']],
    ['the end', 'one two', 'one two three.', [], ['three.']],
    ['another number', 'It was 1912.', 'It was 1913.', ['1912'], ['1913']],
    ['white space alone', 'one  two\nthree', 'one two three', [], []],
    ['Chinese words', '我喜欢红色的猫', '我喜欢蓝色的猫', ['红色'], ['蓝色']],
    ['Arabic words', 'قطة حمراء صغيرة', 'قطة زرقاء صغيرة', ['حمراء'], ['زرقاء']],
    ['an empty text', '', 'all of it', [], ['all of it']],
  ])('is %s', (_, one, other, onlyOne, onlyOther) => {
    expect(pieces(one, other)).toEqual({ one: onlyOne, other: onlyOther });
  });

  it('is the same from either side', () => {
    const word = fc.constantFrom('a', 'b', 'c', '.', '\n', '**', '😀');
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const rest = (whole: string, stretches: readonly { start: number; end: number }[]) => {
          let left = whole;
          for (const { start, end } of stretches.toReversed()) left = left.slice(0, start) + left.slice(end);
          return left.split(/\s+/).join('');
        };
        const found = computeDifference({ one, other });
        // What is left once the differences are taken out is the same text.
        expect(rest(one, found.one)).toBe(rest(other, found.other));
      }),
    );
  });

  it('goes by lines where there are too many words, and gives up where there are too many lines', () => {
    const one = 'same line\nred line\nlast line';
    const other = 'same line\nblue line\nlast line';
    const byLines = computeDifference({ one, other }, { ...differenceLimits, wordCharacters: 10 });
    expect(byLines).toEqual({ one: [{ start: 10, end: 18 }], other: [{ start: 10, end: 19 }], by: 'lines' });
    const none = computeDifference({ one, other }, { wordCharacters: 10, wordsMs: 0, linesMs: -1 });
    expect(none).toEqual({ one: [{ start: 0, end: 28 }], other: [{ start: 0, end: 29 }], by: 'whole' });
  });
});
