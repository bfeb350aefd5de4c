import { describe, expect, it } from 'vitest';
import type { JsonRecord } from './json-record.ts';
import type { ColumnMapping } from './mapping.ts';
import { normaliseGeneric } from './normalise-generic.ts';
import { validateMapping } from './validate-mapping.ts';

const mapping: ColumnMapping = {
  prompt: 'q',
  system: 's',
  responses: { kind: 'columns', columns: ['x', 'y'], models: ['mx', null] },
  id: 'key',
  domain: 'topic',
};
const row: JsonRecord = {
  q: 'Why?',
  s: 'Be kind',
  x: 'Because',
  y: 'No',
  mx: 'model-1',
  key: 'k1',
  topic: 'law',
  more: [1],
};

describe('rows with a mapping', () => {
  it('take what the mapping names and keep the rest as metadata', () => {
    expect(normaliseGeneric(row, mapping).items).toEqual([
      {
        content: {
          prompt: [
            { role: 'system', content: 'Be kind' },
            { role: 'user', content: 'Why?' },
          ],
          responses: [
            { id: 'r1', text: 'Because', model: 'model-1' },
            { id: 'r2', text: 'No' },
          ],
        },
        sourceKey: 'k1',
        metadata: { more: [1], domain: 'law' },
      },
    ]);
  });

  it('read responses from one list, also as JSON text and as objects', () => {
    const list: ColumnMapping = { prompt: 'q', responses: { kind: 'list', column: 'all' } };
    const texts = (all: JsonRecord[string]) =>
      normaliseGeneric({ q: 'Why?', all }, list).items[0]?.content.responses.map(({ text }) => text);
    expect(texts(['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(texts('["a","b"]')).toEqual(['a', 'b']);
    expect(
      texts([
        { text: 'a', model: 'm' },
        { role: 'assistant', content: 'b' },
      ]),
    ).toEqual(['a', 'b']);
  });

  it.each([
    ['index_from_0', '1', 'r2'],
    ['index_from_1', 1, 'r1'],
    ['letter', 'b', 'r2'],
    ['letter', 'A', 'r1'],
    ['column_name', 'y', 'r2'],
  ] as const)('read a verdict by %s from %s', (reading, win, responseId) => {
    const [item] = normaliseGeneric(
      { ...row, win },
      { ...mapping, verdict: { column: 'win', reading } },
    ).items;
    expect(item?.verdict?.preference).toEqual({ verdict: 'prefers', responseId, strength: null });
  });

  it.each([
    ['Tie', 'tie'],
    ['both_bad', 'both_bad'],
    ['', undefined],
    [null, undefined],
  ])('read the verdict word %s', (win, verdict) => {
    const [item] = normaliseGeneric(
      { ...row, win },
      { ...mapping, verdict: { column: 'win', reading: 'letter' } },
    ).items;
    expect(item?.verdict?.preference?.verdict).toBe(verdict);
  });

  it.each([
    ['a verdict that names no response', { win: 'c' }, 'unknown_verdict'],
    ['a prompt that is missing', { q: null }, 'missing_field'],
    ['a response that is missing', { x: undefined as never }, 'missing_field'],
  ])('are left out for %s', (_name, change, code) => {
    const verdict = { column: 'win', reading: 'letter' } as const;
    expect(normaliseGeneric({ ...row, ...change }, { ...mapping, verdict }).rejections).toMatchObject([
      { code },
    ]);
  });

  it('treat names of inherited members as plain columns', () => {
    const hostile: JsonRecord = JSON.parse(
      '{"q":"Why?","x":"a","y":"b","__proto__":{"polluted":1},"constructor":"c"}',
    );
    const { items } = normaliseGeneric(hostile, {
      prompt: 'q',
      responses: { kind: 'columns', columns: ['x', 'y'] },
    });
    expect(JSON.stringify(items[0]?.metadata)).toBe('{"__proto__":{"polluted":1},"constructor":"c"}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const missing = normaliseGeneric(
      { q: 'Why?' },
      { prompt: 'q', responses: { kind: 'columns', columns: ['toString'] } },
    );
    expect(missing.rejections).toMatchObject([{ code: 'missing_field', field: 'toString' }]);
  });
});

describe('a mapping', () => {
  const columns = Object.keys(row);
  it.each([
    ['is good as it is', {}, []],
    ['needs a prompt', { prompt: '' }, ['prompt']],
    ['names only columns of the file', { system: 'nope' }, ['system']],
    ['needs a response', { responses: { kind: 'columns', columns: [] } }, ['responses.columns']],
    ['uses a column once', { responses: { kind: 'columns', columns: ['x', 'x'] } }, ['responses']],
    [
      'holds at most nine responses',
      { responses: { kind: 'columns', columns: [...'abcdefghij'] } },
      ['responses.columns'],
    ],
    [
      'cannot point at a column inside a list',
      { responses: { kind: 'list', column: 'more' }, verdict: { column: 'key', reading: 'column_name' } },
      ['verdict.reading'],
    ],
  ] as const)('%s', (_name, change, paths) => {
    const found = validateMapping({ ...mapping, ...change } as ColumnMapping, [...columns, ...'abcdefghij']);
    expect(found.map(({ path }) => path)).toEqual(paths);
  });
});
