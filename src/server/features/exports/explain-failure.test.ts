import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.ts';

const error = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test.each([
  ['a full disk of the server', error('ENOSPC'), /disk of the server is full/],
  ['a used-up quota', error('EDQUOT'), /disk of the server is full/],
  ['a full disk of the database', error('53100'), /disk of the database is full/],
  ['a folder that may not be written', error('EACCES'), /may not write/],
  ['anything else, with its reason', new Error('odd thing'), /odd thing/],
])('names %s and the cure', (_name, thrown, words) => {
  expect(explainFailure(thrown)).toMatch(words);
  expect(explainFailure(thrown)).toMatch(/start|again/);
});

test.each([error('57P01'), error('ECONNREFUSED'), new Error('Connection terminated unexpectedly')])(
  'leaves it to a later try where the database is away: %s',
  (thrown) => {
    expect(explainFailure(thrown)).toBeNull();
  },
);
