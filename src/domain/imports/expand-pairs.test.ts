import { describe, expect, it } from 'vitest';
import { responseIdAt } from '#domain/items/item.ts';
import { canonicalContent } from './content-fingerprint.ts';
import { expandPairs } from './expand-pairs.ts';
import { computeOverallRating, derivePreference } from './overall-rating.ts';
import { canonicalPromptGroup } from './prompt-group.ts';
import type { SourceItem, SourceVerdict } from './source-item.ts';

function item(texts: readonly string[], verdict?: SourceVerdict): SourceItem {
  const responses = texts.map((text, index) => ({ id: responseIdAt(index), text }));
  return {
    content: { prompt: [{ role: 'user', content: 'Q' }], responses },
    metadata: {},
    ...(verdict ? { verdict } : {}),
  };
}

const rated: SourceVerdict = {
  dataset: 'ultrafeedback',
  judgedBy: 'model',
  preference: { verdict: 'prefers', responseId: 'r3', strength: null },
  ratings: { r1: { a: 2, b: 4 }, r2: { a: 1 }, r3: { a: 5 } },
};

describe('expanding to pairs', () => {
  it('leaves a pair as it is', () => {
    const pair = item(['a', 'b']);
    expect(expandPairs(pair, 'all').items).toEqual([pair]);
  });

  it('makes all pairs, with new ids and the verdict that still holds', () => {
    const { items } = expandPairs(item(['a', 'b', 'c'], rated), 'all');
    expect(items.map(({ content }) => content.responses.map(({ id, text }) => id + text))).toEqual([
      ['r1a', 'r2b'],
      ['r1a', 'r2c'],
      ['r1b', 'r2c'],
    ]);
    expect(items.map(({ verdict }) => verdict?.preference)).toEqual([
      undefined,
      { verdict: 'prefers', responseId: 'r2', strength: null },
      { verdict: 'prefers', responseId: 'r2', strength: null },
    ]);
    expect(items[2]?.verdict?.ratings).toEqual({ r1: { a: 1 }, r2: { a: 5 } });
  });

  it('takes the best and the worst by their ratings, in imported order', () => {
    const { items } = expandPairs(item(['a', 'b', 'c'], rated), 'best_vs_worst');
    expect(items.map(({ content }) => content.responses.map(({ text }) => text))).toEqual([['b', 'c']]);
  });

  it.each([
    ['one response', item(['a']), 'all', 'too_few_responses'],
    ['no ratings', item(['a', 'b', 'c']), 'best_vs_worst', 'no_ratings'],
    [
      'equal ratings',
      item(['a', 'b', 'c'], { ...rated, ratings: { r1: { a: 1 }, r2: { a: 1 } } }),
      'best_vs_worst',
      'no_ratings',
    ],
    ['two equal texts', item(['a', 'a', 'c']), 'all', 'identical_responses'],
  ] as const)('reports %s', (_name, source, expansion, code) => {
    expect(expandPairs(source, expansion).rejections).toMatchObject([{ code }]);
  });

  it('derives a preference from ratings only when asked', () => {
    expect(derivePreference(rated, ['r1', 'r2'])).toEqual({
      verdict: 'prefers',
      responseId: 'r1',
      strength: null,
    });
    expect(derivePreference(rated, ['r1', 'r9'])).toBeNull();
    const helpsteer = {
      ...rated,
      dataset: 'helpsteer2',
      ratings: { r1: { helpfulness: 1, verbosity: 4 } },
    } as const;
    expect(computeOverallRating(helpsteer, 'r1')).toBe(1);
  });
});

describe('the prompt group', () => {
  const user = (content: string) => ({ role: 'user', content }) as const;
  const reply = { role: 'assistant', content: 'x' } as const;
  const base = canonicalPromptGroup([user('What  is it?')]);
  it.each([
    ['spaces and line ends', [user(' What is\n it? ')], true],
    ['a later turn', [user('What is it?'), reply, user('And?')], true],
    ['another question', [user('What was it?')], false],
    ['a system text', [{ role: 'system', content: 'Be brief' } as const, user('What is it?')], false],
    ['letter case', [user('what is it?')], false],
  ])('with another %s', (_name, prompt, same) => {
    expect(canonicalPromptGroup(prompt) === base).toBe(same);
  });

  it('is the same for one text in two Unicode forms', () => {
    expect(canonicalPromptGroup([user('cafe\u0301')])).toBe(canonicalPromptGroup([user('café')]));
  });
});

describe('the content fingerprint', () => {
  const base = canonicalContent(item(['a', 'b']).content);
  it('sees the order of responses and every space, and no model name', () => {
    expect(canonicalContent(item(['b', 'a']).content)).not.toBe(base);
    expect(canonicalContent(item(['a', 'b ']).content)).not.toBe(base);
    const { prompt, responses } = item(['a', 'b']).content;
    expect(canonicalContent({ prompt, responses: responses.map((one) => ({ ...one, model: 'm' })) })).toBe(
      base,
    );
  });
});
