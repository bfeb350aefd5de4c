import { expect, test } from 'vitest';
import { restOf, type ServedGold } from './rest.ts';

const now = new Date('2026-07-01T00:00:00Z');
const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
const settings = { mostPeople: 50, mostDays: 180 };

test.each<[string, ServedGold, Partial<typeof settings>, ReturnType<typeof restOf>]>([
  ['is given out at first', { people: 0, servedSince: now }, {}, null],
  ['is given out to the last person that is allowed', { people: 49, servedSince: days(10) }, {}, null],
  ['rests after so many people', { people: 50, servedSince: days(10) }, {}, 'people'],
  ['rests after so many days', { people: 3, servedSince: days(180) }, {}, 'age'],
  ['is given out on the last day', { people: 3, servedSince: days(179.9) }, {}, null],
  [
    'never rests for people where the lead says so',
    { people: 900, servedSince: days(1) },
    { mostPeople: 0 },
    null,
  ],
  [
    'never rests for its age where the lead says so',
    { people: 3, servedSince: days(999) },
    { mostDays: 0 },
    null,
  ],
  [
    'is given out again where more people are allowed',
    { people: 50, servedSince: days(1) },
    { mostPeople: 60 },
    null,
  ],
  ['has no age while it is not served', { people: 0, servedSince: null }, {}, null],
])('gold %s', (_, gold, changed, expected) => {
  expect(restOf(gold, { ...settings, ...changed }, now)).toBe(expected);
});
