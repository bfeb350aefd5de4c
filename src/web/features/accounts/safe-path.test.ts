import { expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

it.each([
  ['a page with its filters', '/projects/1/items?state=done#x', '/projects/1/items?state=done#x'],
  ['nothing', undefined, '/'],
  ['another site', 'https://evil.example/', '/'],
  ['another site without a scheme', '//evil.example/', '/'],
  ['another site behind a backslash', '/\\evil.example/', '/'],
  ['a script', 'javascript:alert(1)', '/'],
  ['the sign-in page itself', '/sign-in?from=/x', '/'],
])('leads from %s to a page of this app', (_, from, path) => {
  expect(safePath(from)).toBe(path);
});
