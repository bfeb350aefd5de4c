import { describe, expect, test } from 'vitest';
import { goldFigure, noGoldTests, ownGoldFigure } from './gold-tests.ts';
import type { GoldTests } from './people-votes.ts';

/** One letter a test, oldest first: p passed, f failed; a capital one can still be amended. */
function testsOf(letters: string): GoldTests {
  const each = [...letters];
  return {
    atMs: Float64Array.from(each, (_, place) => place),
    passed: Uint8Array.from(each, (letter) => Number(letter.toLowerCase() === 'p')),
    isSettled: Uint8Array.from(each, (letter) => Number(letter === letter.toLowerCase())),
  };
}

test('the share of known answers that were met has an interval from the first test on', () => {
  expect(goldFigure(testsOf('p'))).toMatchObject({ value: 1, n: 1, high: 1 });
  const figure = goldFigure(testsOf('ppppppppppppppppff'));
  // Wilson's interval of 16 in 18.
  expect(figure?.value).toBeCloseTo(16 / 18, 10);
  expect(figure?.low).toBeCloseTo(0.672, 3);
  expect(figure?.high).toBeCloseTo(0.9688, 3);
  expect(goldFigure(noGoldTests)).toBeNull();
});

describe('what a person sees of it', () => {
  test.each([
    ['nothing before the tenth test', 'ppppppppp', null],
    ['the first ten', 'pppppppppf', { value: 0.9, n: 10 }],
    ['no change with the next nine', 'pppppppppffffffffff', { value: 0.9, n: 10 }],
    ['twenty at once', 'pppppppppfpppppppppp', { value: 0.95, n: 20 }],
    ['nothing of what can still be amended', 'pppppppppP', null],
    ['nothing of what came after something that can', 'pppppPppppppppp', null],
    ['nothing where nothing was tested', '', null],
  ])('is %s', (_, letters, expected) => {
    const figure = ownGoldFigure(testsOf(letters));
    if (expected === null) expect(figure).toBeNull();
    else expect(figure).toMatchObject(expected);
  });
});
