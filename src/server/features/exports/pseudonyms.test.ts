import { expect, test } from 'vitest';
import { createPseudonyms } from './pseudonyms.ts';

const key = { secret: Buffer.alloc(32, 1), projectId: 'project-1', salt: 'salt' };

test('a person has the same pseudonym in every export of a project with the same salt', () => {
  expect(createPseudonyms(key)('person')).toBe(createPseudonyms(key)('person'));
});

test.each([
  ['another person', createPseudonyms(key)('other')],
  ['another project', createPseudonyms({ ...key, projectId: 'project-2' })('person')],
  ['the secret of another deployment', createPseudonyms({ ...key, secret: Buffer.alloc(32, 2) })('person')],
  ['another salt', createPseudonyms({ ...key, salt: 'other' })('person')],
])('%s gives another pseudonym', (_name, pseudonym) => {
  expect(pseudonym).toMatch(/^annotator_[0-9a-f]{16}$/);
  expect(pseudonym).not.toBe(createPseudonyms(key)('person'));
});
