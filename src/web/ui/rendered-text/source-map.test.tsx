import { cleanup, render, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readMathsPlugin, subscribeToMaths } from './maths-plugin.ts';
import { RenderedText } from './rendered-text.tsx';
import { findSourceRoot, rangesOfSource, sourceRangeOf, sourceTextOf } from './source-map.ts';

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    subscribeToMaths(resolve);
    readMathsPlugin();
  });
}, 30_000);
afterEach(cleanup);

function show(text: string, as: 'rendered' | 'source' = 'rendered'): Element {
  const root = render(<RenderedText text={text} as={as} />).container.querySelector('[data-as]');
  if (root === null) throw new Error('nothing is shown');
  return root;
}

function listTextNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** A range over the first place where the page shows these words in one piece. */
function select(root: Element, words: string): Range {
  const node = listTextNodes(root).find((each) => each.data.includes(words));
  if (node === undefined) throw new Error(`“${words}” is not shown`);
  const range = document.createRange();
  range.setStart(node, node.data.indexOf(words));
  range.setEnd(node, node.data.indexOf(words) + words.length);
  return range;
}

function sourceOf(text: string, range: Range): string | undefined {
  const found = sourceRangeOf(range);
  return found && text.slice(found.start, found.end);
}

const shownAt = (root: Element, start: number, end: number) =>
  rangesOfSource(root, start, end).map((range) => range.toString());

describe('a selection', () => {
  it.each([
    ['plain words', 'one two three', 'two', 'two'],
    ['emphasis', 'a **bold _deep_ word** b', 'deep', 'deep'],
    ['a heading', '## A title\n\ntext', 'title', 'title'],
    ['a link', 'see [the page](https://example.org/the) now', 'the page', 'the page'],
    ['an address', 'see https://example.org/a now', 'example.org', 'example.org'],
    ['an address in brackets', 'see <https://example.org/a> now', 'example.org', 'example.org'],
    ['what follows an address', 'a www.example.org, then words', 'then', 'then'],
    ['a list', '- one\n- two\n  1. three *four*\n', 'four', 'four'],
    ['a task list', '- [x] done it\n- [ ] not', 'done it', 'done it'],
    ['the second line of a quote', '> one\n> > two\n> > three', 'three', 'three'],
    ['a line that is lazily quoted', '> one\ntwo three', 'two', 'two'],
    ['an indented line', '- one\n     two', 'two', 'two'],
    ['inline code', 'use ``a `b` c`` now', 'b', 'b'],
    ['inline code over two lines', '> use `one\n> two` now', 'two', 'two'],
    ['a table', '| a | b |\n|---|---|\n| `x\\|y` | **two** |', 'two', 'two'],
    ['a pipe in a table', '| a |\n|---|\n| x \\| y |', '| y', '\\| y'],
    ['a pipe in code in a table', '| a |\n|---|\n| `x\\|y` |', 'y', 'y'],
    ['code in a fence', 'a\n\n```\njs = 1\nlet x = 2\n```\n', 'let x', 'let x'],
    ['code whose language has the same name', '```js\njs = 1\n```', 'js', 'js'],
    ['code in a list', '- a\n\n  ```js\n  let x = 2\n  let y = 3\n  ```', 'y = 3', 'y = 3'],
    ['indented code', 'a\n\n    let x = 2\n    let y = 3', 'y = 3', 'y = 3'],
    ['an escaped sign', 'a \\*star\\* b', '*star', '\\*star'],
    ['an entity', 'a &lt;tag&gt; b', '<tag', '&lt;tag'],
    ['a numbered entity', 'x&#128512;y z', 'y', 'y'],
    ['HTML inside a line', 'a <b>bold</b> c', '<b>', '<b>'],
    ['a block of HTML', 'a\n\n<div class="x">\nhello\n</div>', 'hello', 'hello'],
    ['a footnote', 'Text[^1] and on\n\n[^1]: The note here', 'here', 'here'],
    ['after a line break', 'one  \ntwo\\\nthree', 'three', 'three'],
    ['money', 'It is $5, and $x$ is 3', 'It is $5', 'It is $5'],
    ['words after a formula', 'so \\(x\\) and \\[y\\] follow', 'follow', 'follow'],
    ['windows line ends', 'one\r\ntwo **three**\r\n\r\nfour', 'four', 'four'],
    ['after a byte order mark', '\uFEFFone two', 'two', 'two'],
    ['after two byte order marks', '\uFEFF\uFEFFone $x$ two', 'one', 'one'],
    ['after a tab', '-\tone\ttwo', 'two', 'two'],
    ['Arabic', '- **مرحبا** بالعالم', 'بالعالم', 'بالعالم'],
  ])('in %s stands for its source', (_, text, words, expected) => {
    const root = show(text);
    const range = select(root, words);
    expect(sourceOf(text, range)).toBe(expected);
    const found = sourceRangeOf(range) ?? { start: 0, end: 0 };
    expect(text.slice(found.start, found.end)).toBe(expected);
    expect(shownAt(root, found.start, found.end).join('')).toBe(words);
  });

  it('across blocks reaches from the first to the last character', () => {
    const text = '# One\n\n- **two**\n- three';
    const root = show(text);
    const range = select(root, 'ne');
    const last = select(root, 'thr');
    range.setEnd(last.endContainer, last.endOffset);
    expect(sourceOf(text, range)).toBe('ne\n\n- **two**\n- thr');
  });

  it.each([
    ['in a line', 'so \\(x^2\\) is', '\\(x^2\\)'],
    ['with dollar signs', 'so $x^2$ is', '$x^2$'],
    ['in a block', 'so\n\n\\[\nx^2\n\\]\n\nis', '\\[\nx^2\n\\]'],
    ['in a fence', 'so\n\n```math\nx^2\n```\n\nis', '```math\nx^2\n```'],
    ['that cannot be read', 'so $\\frac{$ is', '$\\frac{$'],
  ])('of a part of a formula %s stands for all of it', async (_, text, formula) => {
    const root = show(text);
    const isTypeset = () => expect(root.querySelector('.katex, .katex-error')).not.toBeNull();
    await waitFor(isTypeset);
    const element = root.querySelector('.katex, .katex-error');
    const [inner] = listTextNodes(element ?? root).slice(-1);
    if (inner === undefined) throw new Error('no formula');
    const range = document.createRange();
    range.setStart(inner, 0);
    range.setEnd(inner, 1);
    expect(sourceOf(text, range)).toBe(formula);
    const start = text.indexOf(formula);
    expect(rangesOfSource(root, start + 1, start + 2)).toHaveLength(1);
  });

  it('of code stands for its source also once the code is coloured', async () => {
    const text = '- a\n\n  ```python\n  x = "one"\n  y = 2\n  ```';
    const root = show(text);
    expect(sourceOf(text, select(root, 'y'))).toBe('y');
    await waitFor(() => expect(root.querySelectorAll('pre span[style]').length).toBeGreaterThan(1), {
      timeout: 15_000,
    });
    const range = select(root, 'one');
    expect(sourceOf(text, range)).toBe('one');
    const start = text.indexOf('x = ');
    expect(shownAt(root, start, text.indexOf(' = 2')).join('')).toBe('x = "one"\ny');
  });

  it.each(['rendered', 'source'] as const)('of a hidden character stands for it, %s', (as) => {
    const text = 'pay\u202Eload **a\u200B\u200Bb** `c\u2066z`';
    const root = show(text, as);
    const [mark] = root.querySelectorAll('[data-hidden]');
    const range = document.createRange();
    if (mark !== undefined) range.selectNodeContents(mark);
    expect(sourceRangeOf(range)).toEqual({ start: 3, end: 4 });
    expect(shownAt(root, 3, 4)).toEqual(['U+202E']);
    expect(sourceOf(text, select(root, 'load'))).toBe('load');
    expect(sourceOf(text, select(root, 'b'))).toBe('b');
    expect(sourceOf(text, select(root, 'z'))).toBe('z');
  });

  it('of an image stands for how it was written', () => {
    const text = 'a ![cat](https://pictures.example/cat.png) b';
    const root = show(text);
    expect(sourceOf(text, select(root, 'not loaded'))).toBe('![cat](https://pictures.example/cat.png)');
    expect(sourceOf(text, select(root, 'b'))).toBe('b');
  });

  it('of the source as written is told to the character, past the first blocks too', () => {
    const text = `${'**word** and \u202E more\n'.repeat(2_000)}the end`;
    const root = show(text, 'source');
    expect(sourceOf(text, select(root, 'the end'))).toBe('the end');
    expect(shownAt(root, 2, 6)).toEqual(['word']);
  });

  it('of a long text, whose blocks stand in groups, is told to the character', () => {
    const text = `${'A paragraph of **words** that go on.\n\n'.repeat(700)}- one\n- the end`;
    const root = show(text);
    expect(root.querySelectorAll('[data-group]').length).toBeGreaterThan(20);
    expect(sourceOf(text, select(root, 'the end'))).toBe('the end');
    expect(shownAt(root, text.length - 3, text.length)).toEqual(['end']);
  });

  it('that reaches beyond the text counts as far as the text goes', () => {
    const text = 'one two';
    const root = show(text);
    const range = select(root, 'two');
    range.setEndAfter(root);
    expect(sourceOf(text, range)).toBe('two');
    range.selectNode(document.body);
    expect(sourceRangeOf(range)).toBeUndefined();
    expect(sourceRangeOf(range, root)).toEqual({ start: 0, end: 7 });
  });

  it('of what the product says about a text stands for nothing', () => {
    const root = show('a\u202Eb');
    expect(sourceRangeOf(select(root, 'hidden characters'))).toBeUndefined();
  });
});

describe('a stretch of source', () => {
  it('that is not shown has no ranges', () => {
    const text = 'see [x](https://example.org)';
    expect(shownAt(show(text), 8, text.length)).toEqual([]);
  });

  it('inside an entity or an escape is shown as the whole sign', () => {
    expect(shownAt(show('a &amp; b'), 3, 4)).toEqual(['&']);
    cleanup();
    expect(shownAt(show('a \\* b'), 2, 3)).toEqual(['*']);
  });

  it('can be found from any node of the text', () => {
    const root = show('some **words**');
    expect(findSourceRoot(root.querySelector('strong'))).toBe(root);
    expect(sourceTextOf(root)).toBe('some **words**');
    expect(findSourceRoot(document.body)).toBeNull();
  });
});

const piece = fc.constantFrom(
  ...[
    'word',
    ' two',
    'é',
    '😀',
    'مرحبا',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '\\',
    '\\*',
    '\\|',
    '&amp;',
    '&#65;',
  ],
  ...[
    '&notit;',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '``',
    '```\n',
    '```js\n',
    '    ',
    '> ',
    '- ',
    '1. ',
    '- [x] ',
    '# ',
  ],
  ...[
    '|',
    '| a | b |\n|---|---|\n| c | d |\n',
    '[a](https://b.example)',
    '![c](d)',
    '<br>',
    '<b>',
    '<!-- x -->',
  ],
  ...[
    'https://e.example/f',
    'www.g.example',
    'h@i.example',
    '$',
    '$x$',
    '$$',
    '\\(y\\)',
    '\\[z\\]',
    '$5',
    '\n---\n',
  ],
  ...[
    '[^1]',
    '\n[^1]: note\n',
    '\u202E',
    '\u200B',
    '\uFEFF',
    '[',
    ']',
    '(',
    ')',
    '<https://j.example>',
    ':',
    '"',
  ],
);
const markdown = fc.array(piece, { minLength: 1, maxLength: 24 }).map((pieces) => pieces.join(''));
const generated =
  '[data-made], [data-hidden], [data-whole], sup, .katex, .katex-error, code.language-math, pre[data-language=math]';

/** Every shown character that has a source of its own, with that source. */
function listShown(root: Element) {
  return listTextNodes(root)
    .filter((node) => node.parentElement?.closest(generated) == null)
    .flatMap((node) =>
      Array.from(node.data, (_, index) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, Math.min(index + 1, node.data.length));
        return { shown: range.toString(), found: sourceRangeOf(range), range };
      }),
    );
}

describe.each(['rendered', 'source'] as const)('any Markdown, %s', (as) => {
  it('maps to its source and back', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const root = show(text, as);
        for (const { shown, found, range } of listShown(root)) {
          if (found === undefined) continue;
          const source = text.slice(found.start, found.end);
          expect(source.length).toBeGreaterThan(0);
          // In code, money is shown with the backslash that keeps it from being a formula.
          const isMoney = source === '$' && shown === '\\';
          if (source.length === 1 && !/\s/.test(source) && !isMoney) expect(shown).toBe(source);
          const back = rangesOfSource(root, found.start, found.end);
          const isCovered = back.some(
            (each) =>
              each.isPointInRange(range.startContainer, range.startOffset) && each.toString().includes(shown),
          );
          expect(isCovered).toBe(true);
        }
        cleanup();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('has a source for each shown letter', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const root = show(text, as);
        const lost = listShown(root).filter(
          ({ shown, found, range }) =>
            found === undefined && /\S/.test(shown) && !isOurs(range.startContainer.parentElement),
        );
        expect(lost.map(({ shown }) => shown)).toEqual([]);
        cleanup();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** Headings and back links of footnotes are made by the renderer. */
function isOurs(element: Element | null): boolean {
  return (
    element?.closest('section:not([aria-label])') != null && /^(?:Footnotes|↩|\d)/.test(element.textContent)
  );
}
