import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { highlightCode, isLanguageReady } from './highlighter.ts';

const samples = {
  python: '# why\n@cache\ndef f(x: int = 3) -> str:\n    return f"{x!r}\\n" if not None else r"a+"\n',
  typescript:
    '/** why */ import a from "b"; export class A<T> { #x = /a+/g; get y(): T { return 1n as T; } }',
  html: '<!-- why --><p class="a" onclick="f()">&amp;</p><script>let a = 1;</script>',
  css: '@media print { a:hover::before { color: #d73a49 !important; --x: calc(1px + 2em); } }',
  markdown: '# Title\n> quote\n- **bold** _it_ `code` [a](b)\n\n```diff\n- old\n+ new\n```',
  yaml: '# why\na: &b [1, "c", true]\nd: *b\n',
};

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const [light = '', dark = ''] = [
  ...readFileSync('src/web/ui/tokens.css', 'utf8').matchAll(/--sunken: (#[0-9a-f]{6})/g),
].map(([, colour]) => colour);

describe.each(Object.entries(samples))('the colours of %s', (language, code) => {
  beforeAll(() => vi.waitFor(() => expect(isLanguageReady(language)).toBe(true), { timeout: 20_000 }));

  it.each([
    ['light', '--shiki-light', light],
    ['dark', '--shiki-dark', dark],
  ])('can be read on the %s background of code', (_theme, property, background) => {
    const tokens = (highlightCode(code, language) ?? []).flat();
    const colours = [...new Set(tokens.map(({ style }) => style[property] ?? ''))];
    expect(colours.length).toBeGreaterThan(2);
    expect(colours.filter((colour) => !(contrast(colour, background) >= 4.5))).toEqual([]);
  });
});
