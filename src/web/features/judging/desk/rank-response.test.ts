import { describe, expect, it } from 'vitest';
import type { RankingAnswer } from '#domain/judging/answers.ts';
import type { RankingScale } from '#domain/rubrics/scale.ts';
import {
  moveResponse,
  nameAs,
  placeResponse,
  rankResponse,
  setAside,
  setRestAside,
  tieLast,
  unrankLast,
} from './rank-response.ts';

const scale: RankingScale = { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: true };
const strict: RankingScale = { ...scale, ties: false };
const ends: RankingScale = { ...scale, mode: 'best_worst' };

/** "a > b = c | d": a before b and c, which are tied; d cannot be ranked. */
function read(text: string): RankingAnswer {
  const [order = '', aside = ''] = text.split('|').map((part) => part.trim());
  const groups = order === '' ? [] : order.split('>').map((group) => group.split('=').map((id) => id.trim()));
  return aside === ''
    ? { verdict: 'ranked', groups }
    : { verdict: 'ranked', groups, unrankable: aside.split(' ') };
}
function write(answer: RankingAnswer | undefined): string {
  if (answer === undefined) return 'nothing';
  if (answer.verdict === 'all_bad') return 'all bad';
  if (answer.verdict === 'best_worst') return `best ${answer.best ?? '?'} worst ${answer.worst ?? '?'}`;
  const order = answer.groups.map((group) => group.join(' = ')).join(' > ');
  return answer.unrankable === undefined ? order : `${order} | ${answer.unrankable.join(' ')}`;
}
const named = (best: string | null, worst: string | null): RankingAnswer => ({
  verdict: 'best_worst',
  best,
  worst,
});

describe('naming a response', () => {
  it.each<[string, RankingAnswer | undefined, string, string]>([
    ['gives it the first rank', undefined, 'a', 'a'],
    ['gives it the next rank', read('a > b'), 'c', 'a > b > c'],
    ['moves one that stood before to the end', read('a > b > c'), 'a', 'b > c > a'],
    ['takes one out of a tie to the end', read('a = b > c'), 'b', 'a > c > b'],
    ['gives the last rank back', read('a > b'), 'b', 'a'],
    ['takes the only rank back', read('a'), 'a', 'nothing'],
    ['brings one back that was set aside', read('a | b'), 'b', 'a > b'],
    ['starts anew after "all bad"', { verdict: 'all_bad' }, 'b', 'b'],
  ])('%s', (_, answer, responseId, expected) => {
    expect(write(rankResponse(answer, { scale, responseId }))).toBe(expected);
  });

  it.each<[string, RankingAnswer | undefined, string, string]>([
    ['names the best first', undefined, 'a', 'best a worst ?'],
    ['then the worst', named('a', null), 'b', 'best a worst b'],
    ['replaces the worst once both are named', named('a', 'b'), 'c', 'best a worst c'],
    ['takes the best back', named('a', 'b'), 'a', 'best ? worst b'],
    ['takes the worst back', named('a', 'b'), 'b', 'best a worst ?'],
    ['fills the best that was taken back', named(null, 'b'), 'c', 'best c worst b'],
    ['takes the only one back', named('a', null), 'a', 'nothing'],
  ])('of best and worst: %s', (_, answer, responseId, expected) => {
    expect(write(rankResponse(answer, { scale: ends, responseId }))).toBe(expected);
  });
});

describe('moving a response', () => {
  it.each<[string, RankingScale, string, string, -1 | 1, string]>([
    ['goes up into a tie', scale, 'a > b > c', 'c', -1, 'a > b = c'],
    ['goes on out of the tie', scale, 'a > b = c', 'c', -1, 'a > c > b'],
    ['goes down into a tie', scale, 'a > b > c', 'a', 1, 'b = a > c'],
    ['goes on down out of the tie', scale, 'b = a > c', 'a', 1, 'b > a > c'],
    ['goes past its neighbour where there are no ties', strict, 'a > b > c', 'c', -1, 'a > c > b'],
    ['goes down past its neighbour', strict, 'a > b > c', 'a', 1, 'b > a > c'],
    ['stays first', scale, 'a > b', 'a', -1, 'a > b'],
    ['stays last', scale, 'a > b', 'b', 1, 'a > b'],
    ['comes in from the worst side', scale, 'a > b', 'c', -1, 'a > b > c'],
    ['stays out when moved further out', scale, 'a > b', 'c', 1, 'a > b'],
    ['comes back from aside', scale, 'a | c', 'c', -1, 'a > c'],
  ])('%s', (_, on, answer, responseId, by, expected) => {
    expect(write(moveResponse(read(answer), { scale: on, responseId, by }))).toBe(expected);
  });

  it.each<[string, RankingAnswer | undefined, string, -1 | 1, string]>([
    ['to the best', undefined, 'a', -1, 'best a worst ?'],
    ['from the worst to neither', named('b', 'a'), 'a', -1, 'best b worst ?'],
    ['from the best to neither', named('a', 'b'), 'a', 1, 'best ? worst b'],
    ['to the worst', named('b', null), 'a', 1, 'best b worst a'],
  ])('of best and worst: %s', (_, answer, responseId, by, expected) => {
    expect(write(moveResponse(answer, { scale: ends, responseId, by }))).toBe(expected);
  });
});

describe('placing a response', () => {
  it.each<[string, string, { at: number; how: 'into' | 'before' }, string]>([
    ['before the first', 'a > b', { at: 0, how: 'before' }, 'c > a > b'],
    ['between two', 'a > b', { at: 1, how: 'before' }, 'a > c > b'],
    ['at the end', 'a > b', { at: 2, how: 'before' }, 'a > b > c'],
    ['into a rank', 'a > b', { at: 0, how: 'into' }, 'a = c > b'],
    [
      'from the front to the end, by the places that were seen',
      'c > a > b',
      { at: 3, how: 'before' },
      'a > b > c',
    ],
    ['into the rank that it has already', 'a > c > b', { at: 1, how: 'into' }, 'a > c > b'],
    ['from aside', 'a > b | c', { at: 0, how: 'into' }, 'a = c > b'],
  ])('%s', (_, answer, place, expected) => {
    expect(write(placeResponse(read(answer), { responseId: 'c', ...place }))).toBe(expected);
  });

  it.each<[string, RankingAnswer | undefined, 'best' | 'worst', string]>([
    ['as the best', undefined, 'best', 'best a worst ?'],
    ['as the best, no longer the worst', named('b', 'a'), 'best', 'best a worst ?'],
    ['as the worst, no longer the best', named('a', 'b'), 'worst', 'best ? worst a'],
  ])('%s', (_, answer, place, expected) => {
    expect(write(nameAs(answer, { responseId: 'a', place }))).toBe(expected);
  });
});

describe('ties, setting aside and taking back', () => {
  it.each([
    ['the last with the one before', read('a > b > c'), 'a > b = c'],
    ['the last with those that are tied', read('a > b = c > d'), 'a > b = c = d'],
    ['parts the last of a tie again', read('a > b = c'), 'a > b > c'],
    ['leaves a single one', read('a'), 'a'],
  ])('a tie: %s', (_, answer, expected) => {
    // A tie that was just made is parted by the same key, so a third is tied by naming it first.
    expect(write(tieLast(answer))).toBe(expected);
  });

  it('has nothing to tie where nothing is ranked', () => {
    expect(tieLast(undefined)).toBeUndefined();
  });

  it.each([
    ['cannot be ranked', 'unrankable', read('a > b'), 'a | b'],
    ['is open again', 'open', read('a | b'), 'a'],
  ] as const)('%s', (_, as, answer, expected) => {
    expect(write(setAside(answer, { responseId: 'b', as }))).toBe(expected);
  });

  it('sets the rest aside, and brings all back', () => {
    const aside = setRestAside(read('b'), ['a', 'b', 'c']);
    expect(write(aside)).toBe('b | a c');
    expect(write(setRestAside(aside, ['a', 'b', 'c']))).toBe('b');
  });

  it.each<[string, RankingAnswer | undefined, string]>([
    ['the last rank', read('a > b'), 'a'],
    ['one of a tie', read('a = b'), 'a'],
    ['"all bad"', { verdict: 'all_bad' }, 'nothing'],
    ['the worst', named('a', 'b'), 'best a worst ?'],
    ['the best', named('a', null), 'nothing'],
    ['nothing', undefined, 'nothing'],
  ])('takes back %s', (_, answer, expected) => {
    expect(write(unrankLast(answer))).toBe(expected);
  });
});
