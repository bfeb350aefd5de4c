import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { RenderedText } from './rendered-text.tsx';

afterEach(cleanup);

function show(text: string, as: 'rendered' | 'source' = 'rendered') {
  return render(<RenderedText text={text} as={as} />).container;
}

describe('Markdown', () => {
  it('becomes lists, tables, emphasis and code', () => {
    const root = show('# Title\n\n**bold** and `code`\n\n- one\n- two\n\n| a | b |\n|--|--|\n| 1 | 2 |');
    expect(root.querySelector('strong')?.textContent).toBe('bold');
    expect(root.querySelectorAll('li')).toHaveLength(2);
    expect(root.querySelectorAll('td')).toHaveLength(2);
    expect(screen.getByRole('heading').textContent).toBe('Title');
  });

  it('shows HTML as the characters that were written', () => {
    expect(show('a <b>x</b> <!-- note -->').textContent).toContain('a <b>x</b> <!-- note -->');
    cleanup();
    expect(show('<div class="x">\nhello\n</div>').textContent).toContain('<div class="x">\nhello\n</div>');
  });

  it('breaks the line at a br, also in a table', () => {
    expect(show('| a |\n|---|\n| x<br>y |').querySelector('td br')).not.toBeNull();
  });

  it('opens links apart, without referrer, and says where they lead', () => {
    show('[here](https://example.org/path)');
    const link = screen.getByRole('link');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('title')).toContain('example.org');
  });

  it('names an image instead of loading it', () => {
    const root = show('![a cat](https://pictures.example/cat.png)');
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain('image not loaded: pictures.example');
    expect(root.textContent).toContain('a cat');
  });

  it('shows the source on demand', () => {
    expect(show('**bold**', 'source').textContent).toBe('**bold**');
  });

  it('keeps footnotes without ids', () => {
    const root = show('Text[^1]\n\n[^1]: Note');
    expect(root.textContent).toContain('Note');
    expect(root.querySelector('[id]')).toBeNull();
  });
});

describe('formulas and code', () => {
  it('are typeset and coloured once their chunks have loaded', async () => {
    const root = show('Energy is \\(E=mc^2\\).\n\n```python\nprint("hi")\n```');
    expect(root.textContent).toContain('E=mc^2');
    await waitFor(() => expect(root.querySelector('.katex')).not.toBeNull(), { timeout: 15_000 });
    await waitFor(() => expect(root.querySelectorAll('pre span[style]').length).toBeGreaterThan(1), {
      timeout: 15_000,
    });
    expect(root.querySelector('pre')?.textContent).toBe('print("hi")');
  });

  it('hold no marks of hidden characters but those that were written', async () => {
    const root = show('A fraction $\\frac{1}{2}$ and $a\u202Eb$.');
    await waitFor(() => expect(root.querySelectorAll('.katex')).toHaveLength(1), { timeout: 15_000 });
    expect(Array.from(root.querySelectorAll('[data-hidden]'), (mark) => mark.textContent)).toEqual([
      'U+202E',
    ]);
  });

  it('leave money alone', () => {
    expect(show('It costs $5 or $10.').textContent).toBe('It costs $5 or $10.');
  });

  it.each([
    ['a macro that grows without end', '$\\def\\a{\\a\\a}\\a$'],
    ['a huge rule', '$\\rule{99999em}{99999em}$'],
    ['nonsense', '$\\frac{$'],
  ])('survive %s', (_, text) => {
    expect(show(text).textContent).not.toBe('');
  });
});

describe('hidden characters', () => {
  it.each([
    ['right-to-left override', 'abc\u202Etxt.exe', 'U+202E'],
    ['isolate', 'a\u2066b', 'U+2066'],
    ['zero-width space', 'pass\u200Bword', 'U+200B'],
    ['word joiner', 'a\u2060b', 'U+2060'],
    ['soft hyphen', 'a\u00ADb', 'U+00AD'],
    ['tags', 'hi\u{E0068}\u{E0069}', 'tags “hi”'],
    ['combining marks', `a${'\u0301'.repeat(1_000)}`, '+996 marks'],
    ['one inside code', '`a\u202Eb`', 'U+202E'],
    ['one inside a code block', '```\na\u202Eb\n```', 'U+202E'],
  ])('are shown with a badge: %s', (_, text, mark) => {
    const root = show(text);
    expect(root.querySelector('[data-hidden]')?.textContent).toBe(mark);
    expect(root.textContent).toContain('hidden characters: 1');
    expect(root.textContent).not.toMatch(/[\u202E\u2066\u200B\u2060\u00AD]/);
  });

  it.each(['👨‍👩‍👧 family', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 flag', 'می‌خواهم', 'क्‍ष', 'naïve e\u0301'])('lets %s be', (text) => {
    const root = show(text);
    expect(root.querySelector('[data-hidden]')).toBeNull();
    expect(root.textContent).toBe(text);
  });
});

describe('a text that would freeze the page', () => {
  it.each([
    ['1 MB on one line', 'x'.repeat(1_000_000)],
    ['a code block of one huge line', `\`\`\`\n${'x'.repeat(150_000)}\n\`\`\``],
    ['500 nested quotes', `${'> '.repeat(500)}deep`],
    ['500 nested lists', `${'- '.repeat(500)}deep`],
    ['brackets without end', '['.repeat(5_000)],
    ['a table of 10,000 rows', `| a |\n|---|\n${'| 1 |\n'.repeat(10_000)}`],
    ['50,000 lines', '+ line\n'.repeat(50_000)],
  ])('is shown plainly, with the reason: %s', (_, text) => {
    const root = show(text);
    expect(root.textContent).toContain('Shown as plain text');
    expect(root.querySelector('blockquote, table, ul')).toBeNull();
  });

  it('comes in parts', () => {
    show('word '.repeat(100_000));
    expect(screen.getByRole('button').textContent).toContain('characters are left');
  });
});
