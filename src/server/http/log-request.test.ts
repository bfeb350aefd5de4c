import { expect, test } from 'vitest';
import { addressForLog } from './log-request.ts';

test.each([
  ['a plain address', '/api/v1/projects', '/api/v1/projects'],
  ['an invitation token', '/api/v1/invitations/secret-token', '/api/v1/invitations/…'],
  ['its acceptance', '/api/v1/invitations/secret-token/acceptance', '/api/v1/invitations/…/acceptance'],
  ['the page that an invitation links to', '/join/secret-token', '/join/…'],
  [
    'an invitation named by its id',
    '/api/v1/projects/p1/invitations/i1',
    '/api/v1/projects/p1/invitations/i1',
  ],
  ['a key in the query', '/api/v1/projects?api_key=plb_secret&limit=2', '/api/v1/projects?api_key=…&limit=…'],
  ['a query without a name', '/x?plb_secret=', '/x?plb_secret=…'],
])('the log shows %s without its secret', (_name, url, shown) => {
  expect(addressForLog(url)).toBe(shown);
});
