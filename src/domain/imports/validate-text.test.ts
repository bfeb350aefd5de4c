import { describe, expect, it } from 'vitest';
import { createNormaliser } from './create-normaliser.ts';
import { importLimits } from './import-limits.ts';
import type { JsonValue } from './json-record.ts';
import { findTextProblem } from './validate-text.ts';

function nest(levels: number): JsonValue {
  let value: JsonValue = 'x';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

describe('the texts of a row', () => {
  it.each([
    ['plain text', { a: 'x' }, null],
    ['an emoji', { a: '👩‍🔬' }, null],
    ['an unusual but whole character', { a: '\ufffe \u2028' }, null],
    ['42 levels', { a: nest(42) }, null],
    ['the last level allowed', { a: nest(importLimits.depth - 1) }, null],
    ['one level too many', { a: nest(importLimits.depth) }, ['nested_too_deep']],
    ['200,000 levels', { a: nest(200_000) }, ['nested_too_deep']],
    ['a NUL', { a: 'x\0y' }, ['nul_character', 'a']],
    ['a lone high surrogate', { a: 'x\ud800' }, ['lone_surrogate', 'a']],
    ['a lone low surrogate inside', { a: [{ b: '\udc00x' }] }, ['lone_surrogate', 'a[0].b']],
    ['a NUL in a name', { 'a\0': 1 }, ['nul_character', 'a\0']],
    ['a text that is too long', { a: 'x'.repeat(importLimits.textCharacters + 1) }, ['cell_too_large', 'a']],
    [
      'a row that is too long',
      Object.fromEntries([...'abc'].map((key) => [key, key.repeat(900_000)])),
      ['cell_too_large', ''],
    ],
    [
      '100,000 keys',
      Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`k${key}`, 1])),
      ['cell_too_large', ''],
    ],
  ])('with %s', (_name, record, expected) => {
    const found = findTextProblem(record);
    if (expected === null) expect(found).toBeNull();
    else
      expect(found).toMatchObject({
        code: expected[0],
        ...(expected[1] === undefined ? {} : { field: expected[1] }),
      });
  });

  it('are checked before a format sees the row', () => {
    const [entry] = createNormaliser({ format: 'hh_rlhf' }).push({
      line: 3,
      record: { chosen: '\0', rejected: '' },
    });
    expect(entry).toMatchObject({ line: 3, rejection: { code: 'nul_character', field: 'chosen' } });
  });
});
