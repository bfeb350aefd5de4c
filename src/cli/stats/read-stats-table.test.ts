import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '#cli/command-errors.ts';
import { numbersOf } from './numbers-of.ts';
import { readStatsTable } from './read-stats-table.ts';
import type { StatsTable, WantedColumn } from './stats-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wanted: readonly WantedColumn[] = [{ name: 'a' }, { name: 'b', mayBeEmpty: true }];

function readBytes(bytes: Uint8Array, columns = wanted): Promise<StatsTable> {
  return readStatsTable({ file: '-', columns, standardInput: async () => bytes });
}

const read = (text: string, columns = wanted) => readBytes(Buffer.from(text), columns);

function texts(table: StatsTable, name: string): string[] {
  const { codes, levels } = table.column(name);
  return Array.from(codes, (code) => levels[code] ?? '');
}

describe('a table for statistics', () => {
  it('has its columns as codes and levels in order of first appearance', async () => {
    const table = await read('a,b\nx,2\ny,1\nx,2\n');
    expect(table.rows).toBe(3);
    expect(table.column('a')).toEqual({ codes: Int32Array.of(0, 1, 0), levels: ['x', 'y'] });
    expect(table.column('b')).toEqual({ codes: Int32Array.of(0, 1, 0), levels: ['2', '1'] });
  });

  it.each([
    ['columns in any order, others passed over', 'c,b,a\n7,1,x\n8,2,y\n'],
    ['no line feed at the end', 'a,b\nx,1\ny,2'],
    ['line ends of Windows', 'a,b\r\nx,1\r\ny,2\r\n'],
    ['line ends of old Macs', 'a,b\rx,1\ry,2\r'],
    ['a byte order mark', '\u{feff}a,b\nx,1\ny,2\n'],
    ['blank lines', 'a,b\n\nx,1\n\n\ny,2\n\n'],
    ['blanks around fields', 'a , b\n x ,1\ny,\t2 \n'],
    ['quoted fields', '"a","b"\n"x","1"\n"y", 2\n'],
    ['names in capitals', 'A,B\nx,1\ny,2\n'],
  ])('takes %s', async (_name, text) => {
    const table = await read(text);
    expect([texts(table, 'a'), texts(table, 'b')]).toEqual([
      ['x', 'y'],
      ['1', '2'],
    ]);
  });

  it('keeps commas, quotes, line feeds and blanks of quoted fields, and counts lines by them', async () => {
    const table = await read('a,b\n"one, two",1\n"say ""yes""\nor ""no""",2\n" z ",3\n');
    expect(texts(table, 'a')).toEqual(['one, two', 'say "yes"\nor "no"', ' z ']);
    expect([0, 1, 2].map((row) => table.lineOf(row))).toEqual([2, 3, 5]);
  });

  it('tells an empty cell at the very end from none', async () => {
    expect(texts(await read('a,b\nx,'), 'b')).toEqual(['']);
    await expect(read('a,b\nx')).rejects.toThrow('Line 2: the row has 1 field, and the first line names 2');
  });

  it('reads what csv-parse reads', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '€'), maxLength: 6 });
    const row = fc.tuple(cell, cell).filter((cells) => cells.join('').trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const lines = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join());
        const text = `a,b\n${lines.join('\n')}\n`;
        const table = await read(text, [
          { name: 'a', mayBeEmpty: true },
          { name: 'b', mayBeEmpty: true },
        ]);
        const expected = (parse(text) as string[][]).slice(1);
        expect(texts(table, 'a')).toEqual(expected.map((cells) => cells[0]));
        expect(texts(table, 'b')).toEqual(expected.map((cells) => cells[1]));
      }),
    );
  });

  it('holds many distinct texts apart', async () => {
    const names = Array.from({ length: 5_000 }, (_, index) => `item ${index % 2_500} é`);
    const table = await read(`a,b\n${names.map((name) => `${name},1`).join('\n')}\n`);
    expect(table.column('a').levels).toHaveLength(2_500);
    expect(texts(table, 'a')).toEqual(names);
  });

  it('is found in a file, gzipped or not', async () => {
    const file = join(folder, 'table.csv.gz');
    writeFileSync(file, gzipSync('a,b\nx,1\n'));
    const table = await readStatsTable({
      file,
      columns: wanted,
      standardInput: async () => new Uint8Array(),
    });
    expect(texts(table, 'a')).toEqual(['x']);
  });

  it('is read from Parquet with numbers, whole numbers, words and gaps', async () => {
    const columnData = [
      { name: 'a', data: ['x', 'y', 'x'], type: 'STRING' as const },
      { name: 'b', data: [1.5, null, 2], type: 'DOUBLE' as const },
      { name: 'c', data: [7n, 8n, 7n], type: 'INT64' as const },
    ];
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 2 }));
    const table = await readBytes(bytes, [...wanted, { name: 'c' }]);
    expect(texts(table, 'a')).toEqual(['x', 'y', 'x']);
    expect(texts(table, 'b')).toEqual(['1.5', '', '2']);
    expect(table.column('c')).toEqual({ codes: Int32Array.of(0, 1, 0), levels: ['7', '8'] });
    expect(table.placeOf(2)).toBe('Row 3');
    await expect(readBytes(bytes, [{ name: 'b' }])).rejects.toThrow('Row 2, column b: the cell is empty.');
  });

  it('leaves out an optional column that is not there', async () => {
    const table = await read('a\nx\n', [{ name: 'a' }, { name: 'b', isOptional: true }]);
    expect(table.find('b')).toBeUndefined();
  });

  it('gives the numbers of a column, and NaN for an empty cell', async () => {
    const table = await read('a,b\nx,-1.5e1\ny,\nz,.5\n');
    expect([...numbersOf(table, 'b')]).toEqual([-15, Number.NaN, 0.5]);
  });

  it.each(['', '0x10', '1_000', 'NaN', 'Infinity', '1 2'])('takes "%s" for no number', async (text) => {
    const table = await read(`a,b\nx,1\ny,"${text}"\n`);
    if (text === '') expect(numbersOf(table, 'b')[1]).toBeNaN();
    else expect(() => numbersOf(table, 'b')).toThrow(`Line 3, column b: "${text}" is not a number.`);
  });

  it.each([
    ['lacks a column', 'a,c\n1,2\n', /lacks the column b: it must have a, b, and has a, c\./],
    ['has other delimiters', 'a;b\n1;2\n', /seem to be divided by ;: use commas/],
    ['names a column twice', 'a,b,b\n1,2,3\n', /column b stands in the file twice/],
    ['is empty', '', /The file is empty/],
    ['has an empty cell', 'a,b\nx,1\n,2\n', /Line 3, column a: the cell is empty/],
    ['has a longer row', 'a,b\nx,1\ny,2,3\n', /Line 3: the row has 3 fields/],
    ['has a shorter row', 'a,b\nx,1\ny\nz,2\n', /Line 3: the row has 1 field/],
    ['never closes a quote', 'a,b\nx,1\n"y,2\nz,3\n', /Line 3: a quoted field is never closed/],
    ['goes on after a quote', 'a,b\n"x" y,1\n', /Line 2: text follows a quoted field/],
  ])('refuses a file that %s', async (_name, text, message) => {
    const refused = await read(text).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as UsageError).message).toMatch(message);
  });

  it.each([
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x61]), /neither Parquet nor CSV in UTF-8/],
    ['a broken archive', Buffer.from([0x1f, 0x8b, 1, 2, 3]), /compressed file cannot be read/],
    ['broken Parquet', Buffer.from('PAR1 and no more'), /Parquet file cannot be read/],
  ])('refuses %s', async (_name, bytes, message) => {
    await expect(readBytes(bytes)).rejects.toThrow(message);
  });

  it('refuses a file that is not there', async () => {
    const file = join(folder, 'nowhere.csv');
    const reading = readStatsTable({ file, columns: wanted, standardInput: async () => new Uint8Array() });
    await expect(reading).rejects.toThrow(`There is no file ${file} that can be read.`);
  });
});
