import { describe, expect, it } from 'vitest';
import { headingOffset } from './heading-offset.ts';

const markdown = 'Before\n# One\ntext\n```\n# code\n```\n## Two\nend';

describe('the place of a heading', () => {
  it.each([
    ['the first', 0, '# One'],
    ['the second, past code that looks like one', 1, '## Two'],
  ])('is found for %s', (_, index, start) => {
    expect(markdown.slice(headingOffset(markdown, index)).startsWith(start)).toBe(true);
  });

  it('is the end where there is none', () => {
    expect(headingOffset(markdown, 2)).toBe(markdown.length);
  });
});
