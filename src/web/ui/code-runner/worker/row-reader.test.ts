import type { messages } from '@electric-sql/pglite';
import { describe, expect, test } from 'vitest';
import { Output } from './output.ts';
import { RowReader } from './row-reader.ts';

function readRows(
  columns: readonly [string, number][],
  rows: readonly (readonly (string | null)[])[],
  limit = 1000,
) {
  let printed = '';
  const output = new Output({ limit, post: (_stream, text) => (printed += text), onCut: () => undefined });
  output.reset();
  const reader = new RowReader(output, limit);
  const say = (said: object) => reader.read(said as messages.BackendMessage);
  say({ name: 'rowDescription', fields: columns.map(([name, dataTypeID]) => ({ name, dataTypeID })) });
  for (const fields of rows) say({ name: 'dataRow', fields });
  output.finish();
  return { printed, json: reader.lastRowsAsJson() };
}

describe('RowReader', () => {
  test('prints rows as psql does without frames', () => {
    const { printed } = readRows(
      [
        ['a', 23],
        ['b', 25],
      ],
      [
        ['1', 'x'],
        [null, 'y'],
      ],
    );
    expect(printed).toBe('a|b\n1|x\n|y\n');
  });

  test('gives values their own types in JSON', () => {
    const { json } = readRows(
      [
        ['n', 1700],
        ['t', 25],
        ['b', 16],
        ['j', 3802],
        ['none', 23],
      ],
      [['2.50', '7', 't', '{"a": 1}', null]],
    );
    expect(json).toBe('[{"n":2.5,"t":"7","b":true,"j":{"a":1},"none":null}]');
  });

  test('keeps no rows beyond the limit', () => {
    expect(readRows([['a', 25]], [['x'.repeat(60)], ['x'.repeat(60)]], 100).json).toBeNull();
  });

  test('has no rows where nothing was asked', () => {
    const output = new Output({ limit: 10, post: () => undefined, onCut: () => undefined });
    expect(new RowReader(output, 10).lastRowsAsJson()).toBeNull();
  });
});
