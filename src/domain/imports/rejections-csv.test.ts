import { expect, test } from 'vitest';
import { toRejectionsCsvRow } from './rejections-csv.ts';

const rowOf = (field: string | null, message = 'm') =>
  toRejectionsCsvRow({ line: 3, field, code: 'wrong_type', message });

test.for<[string, string | null, string]>([
  ['plain text stays as it is', 'chosen', '3,chosen,wrong_type,m\r\n'],
  ['the whole row has no field', null, '3,,wrong_type,m\r\n'],
  ['quotes are doubled', 'a"b', '3,"a""b",wrong_type,m\r\n'],
  ['separators and line ends are quoted', 'a,b\nc', '3,"a,b\nc",wrong_type,m\r\n'],
  ['a formula is text', '=1+1', `3,"'=1+1",wrong_type,m\r\n`],
  ['a plus sign is text', '+1', `3,"'+1",wrong_type,m\r\n`],
  ['a minus sign is text', '-1', `3,"'-1",wrong_type,m\r\n`],
  ['an at sign is text', '@a', `3,"'@a",wrong_type,m\r\n`],
  ['a tab is text', '\ta', `3,"'\ta",wrong_type,m\r\n`],
  ['a formula behind a blank is text', ' =1', `3,"' =1",wrong_type,m\r\n`],
  ['a full-width formula is text', '＝1', `3,"'＝1",wrong_type,m\r\n`],
])('%s', ([, field, expected]) => {
  expect(rowOf(field)).toBe(expected);
});

test('messages are escaped too', () => {
  expect(rowOf(null, '=1')).toBe(`3,,wrong_type,"'=1"\r\n`);
});
