import { expect, test } from 'vitest';
import { checkMediaLink, type MediaClaim, signMediaLink } from './media-link.ts';

const secret = Buffer.alloc(32, 7);
const claim: MediaClaim = { projectId: 'p', sha256: 'a'.repeat(64), personId: 'q', expires: 1_000 };
const url = new URL(signMediaLink(secret, claim), 'http://host');
const signature = url.searchParams.get('signature') ?? '';
const check = (change: Partial<MediaClaim & { signature: string }>, atSecond = 999, key = secret) =>
  checkMediaLink(key, { ...claim, signature, ...change }, new Date(atSecond * 1000));

test('an address names the file, the person and the time', () => {
  expect(url.pathname).toBe(`/media/p/${claim.sha256}`);
  expect(Object.fromEntries(url.searchParams)).toEqual({ person: 'q', expires: '1000', signature });
});

test('an address is good until its time and not a moment longer', () => {
  expect([check({}), check({}, 999.999), check({}, 1_000), check({}, 5_000)]).toEqual([
    'good',
    'good',
    'over',
    'over',
  ]);
});

test.each<[string, Partial<MediaClaim & { signature: string }>]>([
  ['another project', { projectId: 'p2' }],
  ['another file', { sha256: 'b'.repeat(64) }],
  ['another person', { personId: 'q2' }],
  ['a later end', { expires: 2_000 }],
  ['parts that run into each other', { projectId: `p\n${'a'.repeat(64)}`, sha256: '' }],
  ['no signature', { signature: '' }],
  ['a signature cut short', { signature: signature.slice(0, -1) }],
  ['a signature with something behind', { signature: `${signature}=` }],
  ['another signature', { signature: Buffer.alloc(32).toString('base64url') }],
])('with %s it is forged', (_name, change) => {
  expect(check(change)).toBe('forged');
});

test('another deployment did not give it out', () => {
  expect(check({}, 999, Buffer.alloc(32, 8))).toBe('forged');
});
