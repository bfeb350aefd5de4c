import { describe, expect, test } from 'vitest';
import { seededRandom } from '#stats/random/seeded-random.ts';
import {
  countTyping,
  hasTyping,
  longestPauseMs,
  noTyping,
  startTyping,
  type TypingAct,
  typingLimits,
} from './typing.ts';

const act = (kind: TypingAct['kind'], characters: number, atMs: number): TypingAct => ({
  kind,
  characters,
  atMs,
});
const count = (...acts: readonly TypingAct[]) => acts.reduce(countTyping, startTyping).typing;

describe('What is written', () => {
  test.each<[string, readonly TypingAct[], Partial<typeof noTyping>]>([
    ['is nothing before the first key', [], {}],
    [
      'is typed character by character',
      [act('typed', 1, 0), act('typed', 1, 200)],
      { typed: 2, typingMs: 200 },
    ],
    ['is pasted from elsewhere', [act('pasted', 400, 0)], { pasted: 400, pastes: 1 }],
    ['is taken from the page', [act('taken', 90, 0)], { taken: 90, pastes: 1 }],
    [
      'is corrected',
      [act('typed', 1, 0), act('corrected', 0, 300)],
      { typed: 1, corrections: 1, typingMs: 300 },
    ],
    [
      'takes no time while somebody thinks',
      [act('typed', 1, 0), act('typed', 1, longestPauseMs + 1)],
      { typed: 2, typingMs: 0 },
    ],
    ['takes no time where the clock is set back', [act('typed', 1, 500), act('typed', 1, 0)], { typed: 2 }],
  ])('%s', (_name, acts, expected) => {
    expect(count(...acts)).toEqual({ ...noTyping, ...expected });
  });

  test('adds up whatever happens, within its limits, and never takes longer than the time that passed', () => {
    const random = seededRandom(8);
    const kinds = ['typed', 'pasted', 'taken', 'corrected'] as const;
    for (let round = 0; round < 200; round += 1) {
      let atMs = 0;
      const acts = Array.from({ length: 60 }, () => {
        atMs += random.below(6_000);
        return act(kinds[random.below(4)] ?? 'typed', random.below(400_000), atMs);
      });
      const typing = count(...acts);
      const sum = (kind: TypingAct['kind']) =>
        acts.filter((each) => each.kind === kind).reduce((total, { characters }) => total + characters, 0);
      for (const kind of ['typed', 'pasted', 'taken'] as const)
        expect(typing[kind]).toBe(Math.min(typingLimits.characters, sum(kind)));
      expect(typing.pastes).toBe(acts.filter(({ kind }) => kind === 'pasted' || kind === 'taken').length);
      expect(typing.typingMs).toBeLessThanOrEqual(atMs);
      expect(hasTyping(typing)).toBe(true);
    }
    expect(hasTyping(noTyping)).toBe(false);
  });
});
