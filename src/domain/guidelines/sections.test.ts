import { describe, expect, test } from 'vitest';
import { parseSections } from './sections.ts';

describe('parseSections', () => {
  test('cuts at headings and keeps what stands before the first', () => {
    expect(parseSections('Hello.\n\n# One\n\nText\n\nmore\n\n### Two ###\n')).toEqual([
      { anchor: 'start', heading: '', level: 0, body: 'Hello.' },
      { anchor: 'one', heading: 'One', level: 1, body: 'Text\n\nmore' },
      { anchor: 'two', heading: 'Two', level: 3, body: '' },
    ]);
  });

  test.each([
    ['nothing', '', []],
    ['only blank lines', '\n \n', []],
    ['Windows line ends', '# A\r\ntext\r\n# B', ['A', 'B']],
    ['a fence with backticks', '# A\n```\n# not this\n```\n# B', ['A', 'B']],
    ['a fence with tildes', '# A\n~~~ sh\n# not this\n```\n# nor this\n~~~\n# B', ['A', 'B']],
    ['a longer fence', '# A\n````\n```\n# not this\n````\n# B', ['A', 'B']],
    ['a fence that never ends', '# A\n```\n# not this', ['A']],
    ['inline code that looks like a fence', '# A\n```x``` y\n# B', ['A', 'B']],
    ['a hash without a space', '# A\n#no', ['A']],
    ['seven hashes', '# A\n####### no', ['A']],
    ['an indented block', '# A\n    # no', ['A']],
    ['a slightly indented heading', '   ## B', ['B']],
    ['an empty heading', '#\ntext', ['']],
    ['a heading that ends in C#', '# About C#', ['About C#']],
  ])('reads %s', (_name, markdown, headings) => {
    expect(parseSections(markdown).map((section) => section.heading)).toEqual(headings);
  });

  test('gives every section an anchor of its own', () => {
    const anchors = parseSections('# Both bad?\n# Both bad!\n# Both bad 2\n# Über Größe\n# 例\n# ***').map(
      ({ anchor }) => anchor,
    );
    expect(anchors).toEqual(['both-bad', 'both-bad-2', 'both-bad-2-2', 'über-größe', '例', 'section']);
  });
});
