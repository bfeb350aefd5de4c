import { describe, expect, it } from 'vitest';
import { findSimilar, shinglesOf, similarityOf } from './prompt-similarity.ts';

const find = (text: string, prompts: readonly string[]) =>
  findSimilar(
    shinglesOf(text),
    prompts.map((prompt) => [prompt, shinglesOf(prompt)] as const),
  );
const share = (one: string, other: string) => similarityOf(shinglesOf(one), shinglesOf(other));

describe('the likeness of two prompts', () => {
  it.each([
    ['the same', 'Write a poem about rain', 'Write a poem about rain', 1],
    ['other case and signs', 'Write a poem, about rain!', 'write a POEM about rain', 1],
    ['other accents', 'Un café noir s’il vous plaît', 'un cafe noir s’il vous plait', 1],
    ['nothing in common', 'Write a poem about rain', 'How do I boil an egg', 0],
    ['nothing said', '', '', 0],
    ['one short word', 'Hello', 'hello', 1],
  ])('is as it reads: %s', (_, one, other, expected) => {
    expect(share(one, other)).toBe(expected);
  });

  it('falls with each word that differs', () => {
    const base = 'Explain to a child why the sky is blue at noon';
    const near = share(base, 'Explain to a child why the sky is red at noon');
    const far = share(base, 'Explain to a child how the moon is made');
    expect(near).toBeGreaterThan(0.35);
    expect(far).toBeLessThan(near);
    expect(far).toBeGreaterThan(0);
  });

  it('lists the nearest first, each once, and none that is far', () => {
    const found = find('Write a poem about the rain in May', [
      'How do I boil an egg',
      'Write a poem about the rain in June',
      'Write a poem about the rain in May',
      'Write a poem about the rain in May',
    ]);
    expect(found.map(({ text }) => text)).toEqual([
      'Write a poem about the rain in May',
      'Write a poem about the rain in June',
    ]);
  });

  it('shows the beginning of a long one, and cuts no character in two', () => {
    const long = `Write a poem about rain ${'\u{1f327}'.repeat(200)}`;
    const [found] = find(long, [long]);
    expect(found?.share).toBe(1);
    expect(found?.text).toMatch(/^Write a poem about rain \p{Emoji}+…$/u);
    expect(found?.text.length).toBeLessThan(300);
  });
});
