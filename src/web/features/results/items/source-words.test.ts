import { expect, it } from 'vitest';
import { describeSource } from './source-words.ts';

it.each<[string, Record<string, unknown>, [string, string][]]>([
  [
    'a preference with a strength',
    {
      dataset: 'helpsteer3',
      judgedBy: 'human',
      preference: { verdict: 'prefers', responseId: 'r2', strength: 2 },
      strengthScale: 3,
    },
    [
      ['Format', 'HelpSteer3 preference'],
      ['Judged by', 'People, before the import'],
      ['Preference', 'Response 2 is better by 2 of 3'],
    ],
  ],
  [
    'a preference without one',
    { preference: { verdict: 'prefers', responseId: 'r1', strength: null } },
    [['Preference', 'Response 1 is better']],
  ],
  ['a tie', { preference: { verdict: 'tie' } }, [['Preference', 'Tie']]],
  [
    'ratings',
    { judgedBy: 'model', ratings: { r1: { honesty: 4, truth: 5 } } },
    [
      ['Judged by', 'A model'],
      ['Response 1 rated', 'honesty 4, truth 5'],
    ],
  ],
  [
    'something that nobody foresaw',
    { preference: 'left', votes: [1] },
    [
      ['Preference', 'left'],
      ['votes', '[1]'],
    ],
  ],
])('%s from the file is put in words', (_, verdict, lines) => {
  expect(describeSource(verdict, ['r1', 'r2'])).toEqual(lines);
});
