import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { xssPayloads } from '#web/ui/rendered-text/xss-payloads.fixture.ts';
import { foldQuery } from './fold-letters.ts';
import { findPlaces, indexText } from './text-index.ts';

afterEach(cleanup);

function find(text: string, query: string, as: 'rendered' | 'source' = 'rendered'): string[] {
  const { container } = render(<RenderedText text={text} as={as} />);
  return findPlaces(indexText(container), foldQuery(query), 100).map((range) => range.toString());
}

describe('words', () => {
  it.each([
    ['in any case', 'Tea and TEA', 'tea', ['Tea', 'TEA']],
    ['without diacritics', 'Café, Cafe\u0301 and cafe', 'CAFE', ['Café', 'Cafe\u0301', 'cafe']],
    ['with diacritics that the text lacks', 'cafe', 'café', ['cafe']],
    ['across emphasis and links', 'a **bo**ld [li](https://a.example)nk', 'bold link', ['bold link']],
    ['across the end of a line', 'one\ntwo', 'one two', ['one\ntwo']],
    ['in code', 'x\n\n```\nlet tea = 1\n```', 'tea =', ['tea =']],
    ['in each cell', '| tea | b |\n|---|---|\n| c | tea |', 'tea', ['tea', 'tea']],
    ['in HTML that is shown as text', 'a <b onclick="x">tea</b>', 'onclick="x"', ['onclick="x"']],
    ['as they were typed, never as a pattern', 'a.c abc a+', 'a.c', ['a.c']],
    ['in Arabic, with or without vowels', 'قال مَرحَبًا', 'مرحبا', ['مَرحَبًا']],
    ['beside emoji', '👍🏽 tea 👍', 'tea 👍', ['tea 👍']],
  ])('are found %s', (_, text, query, expected) => {
    expect(find(text, query)).toEqual(expected);
  });

  it.each([
    ['across two paragraphs', 'one\n\ntwo', 'onetwo'],
    ['across two cells', '| one | two |\n|---|---|\n| a | b |', 'onetwo'],
    ['in what the product says of a text', 'a\u202Eb', 'hidden characters'],
    ['where nothing is looked for', 'one', '   '],
  ])('are not found %s', (_, text, query) => {
    expect(find(text, query)).toEqual([]);
  });

  it('are found in the text as written', () => {
    expect(find('**bold** word', '**bold', 'source')).toEqual(['**bold']);
  });

  it('are counted up to a limit', () => {
    const { container } = render(<RenderedText text={'tea '.repeat(50)} />);
    expect(findPlaces(indexText(container), 'tea', 10)).toHaveLength(10);
  });
});

it.each(xssPayloads.map((payload) => [payload]))('a hostile query or text changes nothing: %s', (payload) => {
  const { container } = render(<RenderedText text={payload} as="source" />);
  const before = container.innerHTML;
  const places = findPlaces(indexText(container), foldQuery(payload), 10);
  for (const place of places) expect(container.contains(place.commonAncestorContainer)).toBe(true);
  expect(container.innerHTML).toBe(before);
});
