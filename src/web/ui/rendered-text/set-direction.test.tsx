import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { RenderedText } from './rendered-text.tsx';

afterEach(cleanup);

function directions(text: string, selector: string): (string | null)[] {
  const { container } = render(<RenderedText text={text} />);
  return Array.from(container.querySelectorAll(selector), (element) => element.getAttribute('dir'));
}

it.each([
  ['a paragraph finds its own', 'مرحبا\n\nhello', 'p:not([data-made])', ['auto', 'auto']],
  ['a heading finds its own', '# مرحبا', 'h3', ['auto']],
  [
    'a list goes one way, by its first words',
    '- مرحبا\n- hello\n\n1. hello\n2. مرحبا',
    'ul, ol',
    ['rtl', 'ltr'],
  ],
  ['a point keeps to its list', '- مرحبا', 'li', [null]],
  ['a list of points with paragraphs too', '- שלום\n\n- hello', 'ul', ['rtl']],
  ['a quote goes by its first words', '> مرحبا\n\nx\n\n> hello', 'blockquote', ['rtl', 'ltr']],
  ['a table goes by its first words', '| اسم | b |\n|---|---|\n| c | 5 |', 'table', ['rtl']],
  [
    'each cell finds its own',
    '| اسم | b |\n|---|---|\n| c | 5 |',
    'th, td',
    ['auto', 'auto', 'auto', 'auto'],
  ],
  [
    'code and links in a line do not reorder it',
    'مرحبا `a(b)` [c](https://d.example)',
    'code, a',
    ['auto', 'auto'],
  ],
  ['numbers decide nothing', '- 5\n- مرحبا', 'ul', ['rtl']],
  ['code decides nothing', '- `abc` مرحبا', 'ul', ['rtl']],
  ['a block of code runs from the left', '```\nمرحبا\n```', 'pre', ['ltr']],
])('%s', (_, text, selector, expected) => {
  expect(directions(text, selector)).toEqual(expected);
});
