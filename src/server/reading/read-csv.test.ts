import { parse } from 'csv-parse/sync';
import { array, assert, constantFrom, property } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, readAll } from '#test/support/reading-fixtures.ts';
import { detectDelimiter } from './csv-header.ts';
import { parseCsvRow } from './parse-csv-row.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const read = async (bytes: string | Uint8Array, limits = {}) =>
  readAll({ path: await folder.write('file', bytes), limits });

describe('CSV', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['old Mac line ends', 'a,b\r1,2\r'],
    ['no final line end', 'a,b\n1,2'],
    ['blank lines', '\na,b\n\n1,2\n\n'],
    ['a byte order mark', '\ufeffa,b\n1,2\n'],
    ['quotes everywhere', '"a","b"\n"1","2"\n'],
  ])('is read with %s', async (_name, text) => {
    expect(await read(text)).toMatchObject({ records: [{ a: '1', b: '2' }], rejected: [], failure: null });
  });

  it('keeps cells exactly: formulas, spaces, quotes, line ends, U+2028', async () => {
    const text = 'a,b\n=1+cmd|\'x\'!A0, spaced \n"say ""hi""\r\nthere,","x\u2028y"\n5" pipe,\n';
    expect((await read(text)).records).toEqual([
      { a: "=1+cmd|'x'!A0", b: ' spaced ' },
      { a: 'say "hi"\r\nthere,', b: 'x\u2028y' },
      { a: '5" pipe', b: '' },
    ]);
  });

  it.each([
    ['too few cells', '1', 'column_count'],
    ['too many cells', '1,2,3', 'column_count'],
    ['text behind a closing quote', '"1"x,2', 'malformed_csv'],
    ['bytes that are not UTF-8', Buffer.from([0xe9, 0x2c, 0x31]), 'invalid_utf8'],
  ])('reports %s with its line and goes on', async (_name, bad, code) => {
    const bytes = Buffer.concat([Buffer.from('a,b\n"x\ny",2\n'), Buffer.from(bad), Buffer.from('\n3,4\n')]);
    const found = await read(bytes);
    expect(found.rejected).toEqual([[4, code]]);
    expect(found.records).toEqual([
      { a: 'x\ny', b: '2' },
      { a: '3', b: '4' },
    ]);
    expect(found.entries.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  it('names the line of a quote that is never closed', async () => {
    const found = await read('a,b\n1,2\n3,"four\n5,6\n');
    expect(found.records).toEqual([{ a: '1', b: '2' }]);
    expect(found.rejected).toEqual([[3, 'unclosed_quote']]);
  });

  it('refuses a header with an unclosed quote, too many columns, or a column twice', async () => {
    const wide = Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',');
    expect(await read('a,"b\n1,2\n')).toMatchObject({ failure: 'malformed_header' });
    expect(await read(`${wide}\n1\n`)).toMatchObject({
      failure: 'too_many_columns',
      message: expect.stringContaining('10,000'),
    });
    expect(await read('a,b,a\n1,2,3\n')).toMatchObject({
      failure: 'malformed_header',
      message: expect.stringContaining('"a"'),
    });
  });

  it('names columns that have no name', async () => {
    expect((await read(',a\n0,x\n')).records).toEqual([{ column_1: '0', a: 'x' }]);
  });

  it('skips a cell of 50 MB and goes on', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b\n1,"'),
      Buffer.alloc(50 * 1024 ** 2, 120),
      Buffer.from('"\n3,4\n'),
    ]);
    expect(await read(bytes)).toMatchObject({
      records: [{ a: '3', b: '4' }],
      rejected: [[2, 'line_too_long']],
    });
  });

  it('reads what an independent parser reads', async () => {
    const cell = array(constantFrom('a', ' ', '"', ',', '\n', '\r\n', ';', 'é'), { maxLength: 5 }).map(
      (parts) => parts.join(''),
    );
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    assert(
      property(array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
        const row = cells.map(quote).join(',');
        expect(parseCsvRow(row, ',')).toEqual(parse(row)[0]);
        expect(parseCsvRow(row, ',')).toEqual(cells);
      }),
    );
  });

  it.each([
    ['a,b;c,d\n;;;;', ','],
    ['"a,b,c";d', ';'],
    ['a\tb,c\td', '\t'],
    ['single', ','],
  ])('finds the delimiter of %j', (head, delimiter) => {
    expect(detectDelimiter(head)).toBe(delimiter);
  });
});
