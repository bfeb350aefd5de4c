import { describe, expect, test } from 'vitest';
import type { WritingRules } from '#domain/rubrics/scale.ts';
import { checkWriting } from './check-writing.ts';

const free: WritingRules = {
  minWords: 0,
  maxWords: 0,
  format: 'any',
  tone: [],
  mustInclude: [],
  mustNotInclude: [],
};
const check = (text: string, rules: Partial<WritingRules>) => checkWriting(text, { ...free, ...rules });

test('rules that ask nothing are left out', () => {
  expect(check('Anything.', {})).toEqual([]);
});

describe('a rule', () => {
  test.each<[string, Partial<WritingRules>, string, string]>([
    ['at least two words', { minWords: 2 }, 'Two words', 'One'],
    ['at most two words', { maxWords: 2 }, 'Two words', 'Now three words'],
    ['one to two words', { minWords: 1, maxWords: 2 }, 'One', ''],
    ['plain text', { format: 'plain' }, 'Plain, 2 * 3 = 6.', 'This is **bold**'],
    ['plain text without a list', { format: 'plain' }, 'A - b', '- a\n- b'],
    ['Markdown', { format: 'markdown' }, '# Title', 'Title'],
    ['Markdown by a link', { format: 'markdown' }, 'See [here](x).', 'See [here].'],
    ['JSON', { format: 'json' }, '{"a": [1]}', '{a: 1}'],
    ['no first person', { tone: ['no_first_person'] }, 'It is mild.', "I'm sure."],
    ['no first person, but Roman numbers', { tone: ['no_first_person'] }, 'Part II is short.', 'Ask me.'],
    ['no exclamation marks', { tone: ['no_exclamation'] }, 'Good.', 'Good!'],
    ['no exclamation marks of any width', { tone: ['no_exclamation'] }, '好。', '好！'],
    ['no hedging', { tone: ['no_hedging'] }, 'It is.', 'Perhaps it is.'],
    ['no apologies', { tone: ['no_apology'] }, 'That is not known.', 'I apologise.'],
    ['a phrase', { mustInclude: ['Refund'] }, 'the refund', 'the fund'],
    ['no phrase', { mustNotInclude: ['As an AI'] }, 'As any', 'as an ai model'],
  ])('of %s', (_name, rules, kept, broken) => {
    expect(check(kept, rules)).toMatchObject([{ isMet: true, message: '' }]);
    const [finding] = check(broken, rules);
    expect(finding?.isMet).toBe(false);
    expect(finding?.message).not.toBe('');
  });

  test('is called the same whether or not it is kept', () => {
    const labels = (text: string) => check(text, { minWords: 1, maxWords: 2 }).map(({ label }) => label);
    expect(labels('One')).toEqual(['1 to 2 words']);
    expect(labels('One two three')).toEqual(['1 to 2 words']);
  });

  test('that is broken says what to change', () => {
    expect(check('One', { minWords: 2 })[0]?.message).toMatch(/at least 2/);
    expect(check('I think so', { tone: ['no_hedging'] })[0]?.message).toContain('“I think”');
  });
});

// A pattern that goes back for each bracket would be read for longer than a test may take.
test.each([
  ['opened brackets', '['],
  ['opened links', '[a]('],
  ['opened emphasis', '**'],
  ['opened code', '`a\n'],
])('a text of nothing but %s is read to its end', (_name, part) => {
  const text = part.repeat(100_000 / part.length);
  expect(check(text, { format: 'plain' })[0]?.isMet).toBe(true);
});

test('findings come in the order in which they are shown', () => {
  const rules: Partial<WritingRules> = {
    minWords: 1,
    format: 'plain',
    tone: ['no_apology'],
    mustInclude: ['a'],
    mustNotInclude: ['b'],
  };
  expect(check('a', rules).map(({ rule }) => rule)).toEqual([
    'length',
    'format',
    'tone',
    'include',
    'exclude',
  ]);
});
