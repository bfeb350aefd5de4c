import { describe, expect, test } from 'vitest';
import type { ContinuationAnswer } from '#domain/judging/answers.ts';
import { checkContinuation } from './check-continuation.ts';
import { smallDialogue } from './dialogue.fixture.ts';

const whole: ContinuationAnswer = {
  path: [
    { at: null, chosen: 'd1' },
    { at: 'd4', chosen: 'd6' },
  ],
  aside: [{ at: 'd9', chosen: 'd10' }],
};

function check(answer: ContinuationAnswer, mayStop = true, turns = smallDialogue) {
  const scale = { kind: 'continuation', mayStop } as const;
  return checkContinuation(answer, { scale, turns, path: 'way', purpose: 'submission' });
}

describe('a way through a dialogue', () => {
  test('is taken as a whole, with what was chosen beside it', () => {
    expect(check(whole)).toEqual([]);
  });

  test.each<[string, Partial<ContinuationAnswer>, string, RegExp]>([
    [
      'a choice where nothing is to be chosen',
      { path: [{ at: 'd2', chosen: 'd3' }] },
      'way.path.0',
      /no several replies/,
    ],
    ['a turn that does not answer there', { path: [{ at: null, chosen: 'd5' }] }, 'way.path.0', /d1, d8 do/],
    ['two choices at one place', { aside: [{ at: null, chosen: 'd8' }] }, 'way.aside.0', /two choices/],
    ['a gap', { path: [{ at: 'd4', chosen: 'd6' }] }, 'way.path.0', /from the beginning/],
    [
      'a choice of another branch on the way',
      {
        path: [
          { at: null, chosen: 'd8' },
          { at: 'd4', chosen: 'd6' },
        ],
        aside: [],
      },
      'way.path.1',
      /does not lead/,
    ],
    ['a way that stops too early', { path: [{ at: null, chosen: 'd1' }] }, 'way.path.1', /3 replies/],
    ['no choice at all', { path: [], aside: [] }, 'way.path.0', /2 replies/],
    ['a stranger beside the way', { aside: [{ at: 'd9', chosen: 'd13' }] }, 'way.aside.0', /d10, d11/],
  ])('is refused with %s, at its place', (_name, change, path, message) => {
    const places = check({ ...whole, ...change });
    expect(places.map((place) => place.path)).toEqual([path]);
    expect(places[0]?.message).toMatch(message);
  });

  test('may end with none only where the rubric has that', () => {
    const stopped = { path: [{ at: null, chosen: null }] };
    expect([check(stopped, true), check(stopped, false).map(({ path }) => path)]).toEqual([
      [],
      ['way.path.0'],
    ]);
  });

  test('is refused for an item without a dialogue', () => {
    expect(check({ path: [{ at: null, chosen: 'd1' }] }, true, [])).toHaveLength(1);
  });
});
