import type { ItemContent } from '#domain/items/item.ts';

/** Two programs for one task with its tests; one of them fails on an empty line. */
export const codeExample: ItemContent = {
  prompt: [
    {
      role: 'user',
      content:
        'Write a Python program that reads one line and prints the longest word in it. With several of the same length print the first; with no word print nothing.',
    },
  ],
  responses: [
    {
      id: 'r1',
      text: 'Split the line into words and take the longest:\n\n```python\nwords = input().split()\nprint(max(words, key=len))\n```\n\n`max` gives the first one where several are equally long.',
    },
    {
      id: 'r2',
      text: 'An empty line has no longest word, so that case comes first:\n\n```python\nimport sys\n\nwords = sys.stdin.readline().split()\nif words:\n    print(max(words, key=len))\n```',
    },
  ],
  code: {
    language: 'python',
    tests: [
      { name: 'one longest word', stdin: 'a quiet elephant sleeps\n', expected: 'elephant\n' },
      { name: 'the first of two', stdin: 'grey blue pink\n', expected: 'grey\n' },
      { name: 'an empty line', stdin: '\n', expected: '' },
    ],
    files: [],
  },
};
