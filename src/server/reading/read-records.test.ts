import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNormaliser } from '#domain/imports/create-normaliser.ts';
import { detectFormat } from '#domain/imports/detect-format.ts';
import { makeFolder, readAll } from '#test/support/reading-fixtures.ts';
import { previewFile } from './preview-file.ts';
import { readRecords } from './read-records.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const messages = (text: string) => [{ role: 'user', content: text }];

function makeParquet(rows: number, rowGroupSize: number): Uint8Array {
  const indexes = Array.from({ length: rows }, (_, index) => index);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'n', data: indexes.map(BigInt), type: 'INT64' },
        { name: 'text', data: indexes.map((index) => `text ${index} \u2028 é`), type: 'STRING' },
        { name: 'chat', data: indexes.map((index) => messages(`m${index}`)), type: 'JSON' },
      ],
      rowGroupSize,
    }),
  );
}

const kinds = {
  jsonl: Array.from({ length: 50 }, (_, n) => `{"n":${n}}\n${n % 7 ? '' : 'bad\n\n'}`).join(''),
  'jsonl.gz': gzipSync(Array.from({ length: 50 }, (_, n) => `\ufeff{"n":${n}}\n`.slice(n ? 1 : 0)).join('')),
  json: `[${Array.from({ length: 50 }, (_, n) => `\n{"n":${n}}`).join(',')}]`,
  csv: `n,t\r\n${Array.from({ length: 50 }, (_, n) => `${n},"a\nb"\r\n${n % 7 ? '' : 'x\r\n'}`).join('')}`,
  'csv.gz': gzipSync(`\ufeffn;t\n${Array.from({ length: 50 }, (_, n) => `${n};b\n`).join('')}`),
  parquet: makeParquet(50, 20),
};

describe('resuming', () => {
  it.each(Object.entries(kinds))(
    'a %s file at any batch gives the same entries and positions',
    async (name, bytes) => {
      const path = await folder.write(name, bytes);
      const limits = { batchRecords: 8 };
      const whole = await readAll({ path, limits });
      expect(whole.entries.length).toBeGreaterThanOrEqual(50);
      for (const from of whole.positions) {
        const rest = await readAll({ path, limits, from });
        expect(rest.entries).toEqual(whole.entries.slice(from.records));
        if (rest.positions.length > 0) expect(rest.positions.at(-1)).toEqual(whole.positions.at(-1));
      }
    },
  );
});

describe('reading records', () => {
  it('tells how far the file is read, and ends at its size', async () => {
    for (const [name, bytes] of Object.entries(kinds)) {
      const { batches, bytesTotal } = await readRecords({ path: await folder.write(name, bytes) });
      let last = 0;
      for await (const batch of batches) {
        expect(batch.bytesRead).toBeGreaterThanOrEqual(last);
        last = batch.bytesRead;
      }
      expect(last).toBe(bytesTotal);
    }
  });

  it('can be left early', async () => {
    const path = await folder.write('early', kinds.jsonl);
    const { batches } = await readRecords({ path, limits: { batchRecords: 2 } });
    for await (const batch of batches) {
      expect(batch.entries).toHaveLength(2);
      break;
    }
    await folder.remove();
    folder = await makeFolder();
  });

  it('shows what the first rows would become', async () => {
    const row = { prompt: 'Name a drink.', chosen: 'Tea.', rejected: 'Brick.' };
    const path = await folder.write('preview', `${JSON.stringify(row)}\nbad\n`.repeat(20));
    const preview = await previewFile({ path, rows: 5 });
    expect(preview).toMatchObject({ kind: 'jsonl', gzip: false, detected: { format: 'trl_preference' } });
    expect(preview.entries).toHaveLength(5);
    expect(preview.outcomes.map((outcome) => 'item' in outcome)).toEqual([true, false, true, false, true]);
  });

  it('shows an unknown file with a guessed mapping', async () => {
    const path = await folder.write('preview.csv', 'question,answer_a,answer_b\nWhy?,Because,No\n');
    const { detected, outcomes } = await previewFile({ path, rows: 5 });
    expect(detected.format).toBe('generic');
    expect(outcomes).toMatchObject([{ line: 2, item: { content: { prompt: messages('Why?') } } }]);
  });
});

describe('Parquet', () => {
  it('is read row group by row group, in windows, with JSON values', async () => {
    const path = await folder.write('rows.parquet', makeParquet(5000, 1500));
    const { records, positions } = await readAll({ path, limits: { parquetWindowBytes: 20_000 } });
    expect(records).toHaveLength(5000);
    expect(records[4321]).toEqual({ n: 4321, text: 'text 4321 \u2028 é', chat: messages('m4321') });
    expect(positions.length).toBeGreaterThan(8);
  });

  it('keeps long integers, bytes of text, dates and odd numbers as JSON can hold them', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'id', data: [9007199254740993n, 7n], type: 'INT64' },
        { name: 'raw', data: [new TextEncoder().encode('é'), new Uint8Array([0xff])], type: 'BYTE_ARRAY' },
        { name: 'at', data: [new Date(0), new Date(1000)], type: 'TIMESTAMP' },
        { name: 'x', data: [Number.NaN, 0.5], type: 'DOUBLE' },
      ],
    });
    const found = await readAll({ path: await folder.write('odd.parquet', new Uint8Array(bytes)) });
    expect(found.records).toEqual([
      { id: '9007199254740993', raw: 'é', at: '1970-01-01T00:00:00.000Z', x: 'NaN' },
    ]);
    expect(found.rejected).toEqual([[2, 'invalid_utf8']]);
  });

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 20), {}, 'corrupt_parquet'],
    ['only its first bytes', (bytes: Uint8Array) => bytes.subarray(0, 6), {}, 'corrupt_parquet'],
    [
      'damaged inside',
      (bytes: Uint8Array) => bytes.map((byte, at) => (at > 10 && at < 400 ? 0xff : byte)),
      {},
      'corrupt_parquet',
    ],
    ['too wide', (bytes: Uint8Array) => bytes, { columns: 2 }, 'too_many_columns'],
    [
      'in groups that are too large',
      (bytes: Uint8Array) => bytes,
      { parquetChunkBytes: 100 },
      'row_group_too_large',
    ],
  ])('%s is refused with a clear code', async (_name, change, limits, failure) => {
    const path = await folder.write('bad.parquet', change(makeParquet(50, 20)));
    expect(await readAll({ path, limits })).toMatchObject({ failure });
  });
});

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const sharedFolder = process.env.PLUMBLINE_SHARED ?? join(root, '../shared');
const realFile = join(sharedFolder, 'data/hh-rlhf-harmless-base-test.jsonl.gz');

describe.skipIf(!existsSync(realFile))('the real HH-RLHF file', () => {
  it('has 2,312 rows, of which 5 differ before the last turn and 4 end empty', async () => {
    const { records, rejected, failure } = await readAll({ path: realFile });
    expect({ rows: records.length, rejected, failure }).toEqual({ rows: 2312, rejected: [], failure: null });
    const rows = records as Parameters<typeof detectFormat>[0];
    const { format } = detectFormat(rows.slice(0, 20));
    expect(format).toBe('hh_rlhf');
    const normaliser = createNormaliser({ format });
    const outcomes = rows.flatMap((record, index) => normaliser.push({ line: index + 1, record }));
    const lines = (code: string) =>
      outcomes.flatMap((one) => ('rejection' in one && one.rejection.code === code ? [one.line] : []));
    expect(outcomes.filter((one) => 'item' in one)).toHaveLength(2303);
    expect(lines('prompts_differ')).toEqual([1255, 1689, 1951, 1953, 2037]);
    expect(lines('empty_response')).toEqual([87, 517, 926, 1104]);
  });
});
