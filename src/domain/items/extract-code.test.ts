import { describe, expect, test } from 'vitest';
import { extractCode } from './extract-code.ts';

describe('extractCode', () => {
  test.each([
    ['text without code', 'Just words, `inline` too.', []],
    ['one block', 'So:\n```python\nprint(1)\n```\nDone.', [['python', 'print(1)\n']]],
    [
      'blocks in order, by their short names',
      '```js\n1\n```\n\n```py\n2\n```\n```ts\n3\n```\n```psql\n4\n```',
      [
        ['javascript', '1\n'],
        ['python', '2\n'],
        ['typescript', '3\n'],
        ['sql', '4\n'],
      ],
    ],
    ['no block of a language that cannot be run', '```rust\nfn main() {}\n```', []],
    ['no block called like a property of every object', '```constructor\nx\n```', []],
    ['what follows the language', '```python title="a.py" {1,3}\nx\n```', [['python', 'x\n']]],
    ['a name in braces', '```{.python .numberLines}\nx\n```', [['python', 'x\n']]],
    ['waves as fences', '~~~sql\nselect 1\n~~~', [['sql', 'select 1\n']]],
    [
      'a longer fence around a shorter one',
      '````python\n"""\n```\n"""\n````',
      [['python', '"""\n```\n"""\n']],
    ],
    [
      'a block inside of a list',
      '1. First:\n\n   ```python\n   if x:\n       y\n   ```',
      [['python', 'if x:\n    y\n']],
    ],
    ['a fence that is never closed', '```python\nprint(1)\n', [['python', 'print(1)\n']]],
    ['Windows line ends', '```python\r\na\r\nb\r\n```\r\n', [['python', 'a\nb\n']]],
    ['no empty block', '```python\n\n```', []],
  ])('finds %s', (_name, markdown, expected) => {
    expect(extractCode(markdown).map(({ language, code }) => [language, code])).toEqual(expected);
  });

  test('takes a block without a language for the assumed one', () => {
    expect(extractCode('```\nselect 1\n```')).toEqual([]);
    expect(extractCode('```\nselect 1\n```', 'sql')).toEqual([{ language: 'sql', code: 'select 1\n' }]);
  });

  test('reads a megabyte of fences in one pass', () => {
    const blocks = extractCode('```python\nx\n```\n'.repeat(60_000));
    expect(blocks).toHaveLength(60_000);
  });
});
