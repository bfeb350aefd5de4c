import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, readAll } from '#test/support/reading-fixtures.ts';
import type { DecodedStream } from './open-decoded.ts';
import { readJsonArray } from './read-json-array.ts';
import { readJsonl } from './read-jsonl.ts';
import { defaultReadingLimits } from './reading-limits.ts';
import { startOfFile } from './record-batch.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const read = async (bytes: string | Uint8Array, limits = {}) =>
  readAll({ path: await folder.write('file', bytes), limits });

/** Hands text over a few bytes at a time, so that every split point is met. */
function inPieces(text: string, size: number): DecodedStream {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  return { offset: 0, chunks: chunks(), bytesRead: () => 0 };
}

describe('JSON lines', () => {
  it.each([
    ['a final line end', '{"a":1}\n{"a":2}\n'],
    ['no final line end', '{"a":1}\n{"a":2}'],
    ['CRLF', '{"a":1}\r\n{"a":2}\r\n'],
    ['blank lines', '{"a":1}\n\n  \n{"a":2}\n\n'],
    ['a byte order mark', '\ufeff{"a":1}\n{"a":2}\n'],
  ])('are read with %s', async (_name, text) => {
    expect(await read(text)).toMatchObject({ records: [{ a: 1 }, { a: 2 }], rejected: [], failure: null });
  });

  it('are not split at U+2028 or U+2029, nor changed', async () => {
    const record = { a: 'one\u2028two\u2029three\u0085four' };
    expect((await read(`${JSON.stringify(record)}\n`)).records).toEqual([record]);
  });

  it.each([
    ['broken JSON', '{"a":1,}', 'malformed_json'],
    ['NaN', '{"a":NaN}', 'malformed_json'],
    ['a line cut short', '{"a":"x', 'malformed_json'],
    ['a lone CR between two objects', '{"a":1}\r{"a":2}', 'malformed_json'],
    ['a raw NUL', '{"a":"\0"}', 'malformed_json'],
    ['a number', '42', 'not_an_object'],
    ['a list', '[1]', 'not_an_object'],
    ['null', 'null', 'not_an_object'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'invalid_utf8'],
  ])('report %s with its line and go on', async (_name, bad, code) => {
    const bytes = Buffer.concat([Buffer.from('{"a":1}\n\n'), Buffer.from(bad), Buffer.from('\n{"a":2}\n')]);
    expect(await read(bytes)).toMatchObject({
      records: [{ a: 1 }, { a: 2 }],
      rejected: [[3, code]],
      failure: null,
    });
  });

  it.each([
    ['{"a":1,}', 8],
    ['{"a":NaN}', 6],
    ['{"a" 1}', 6],
    ["{'a':1}", 2],
    ['{"a":[1,2}', 10],
    ['{"a":"x\ty"}', 8],
    ['{"a":"\\q"}', 7],
    ['{"a":01}', 7],
    ['{"a":1} x', 9],
    [`{"a":"${'x'.repeat(2_000_000)}" ,`, 2_000_010],
  ])('name the column of the error in %.20s', async (bad, column) => {
    const { entries } = await read(`{}\n${bad}\n`);
    const [, entry] = entries;
    const message = entry && 'rejection' in entry ? entry.rejection.message : '';
    expect(message).toContain(`column ${column.toLocaleString('en')}.`);
  });

  it('keep long integers and huge numbers as they are written', async () => {
    const text =
      '{"id":9007199254740993,"big":1e400,"ok":9007199254740991,"sum":0.30000000000000004,"in":[12345678901234567890]}\n';
    expect((await read(text)).records).toEqual([
      {
        id: '9007199254740993',
        big: '1e400',
        ok: 9007199254740991,
        sum: 0.30000000000000004,
        in: ['12345678901234567890'],
      },
    ]);
  });

  it('skip a line that is too long and go on behind it', async () => {
    const text = `{"a":1}\n{"a":"${'x'.repeat(5000)}"}\n{"a":2}\n`;
    expect(await read(text, { rowBytes: 1000 })).toMatchObject({
      records: [{ a: 1 }, { a: 2 }],
      rejected: [[2, 'line_too_long']],
    });
  });

  it('skip a cell of 50 MB', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":1}\n{"a":"'),
      Buffer.alloc(50 * 1024 ** 2, 120),
      Buffer.from('"}\n{"a":2}'),
    ]);
    expect(await read(bytes)).toMatchObject({
      records: [{ a: 1 }, { a: 2 }],
      rejected: [[2, 'line_too_long']],
    });
  });

  it('read a line of 300 MB without holding it', async () => {
    const piece = Buffer.alloc(1024 ** 2, 120);
    let peak = 0;
    async function* chunks() {
      yield Buffer.from('{"a":1}\n{"a":"');
      for (let count = 0; count < 300; count += 1) {
        yield piece;
        peak = Math.max(peak, process.memoryUsage().rss);
      }
      yield Buffer.from('"}\n{"a":2}\n');
    }
    const before = process.memoryUsage().rss;
    const stream = { offset: 0, chunks: chunks(), bytesRead: () => 0 };
    const found = [];
    for await (const batch of readJsonl({ stream, from: startOfFile, limits: defaultReadingLimits }))
      found.push(...batch.entries);
    expect(found.map((entry) => ('record' in entry ? entry.record : entry.rejection.code))).toEqual([
      { a: 1 },
      'line_too_long',
      { a: 2 },
    ]);
    expect(peak - before).toBeLessThan(150 * 1024 ** 2);
  });

  it('keep keys such as __proto__ as data', async () => {
    const [record] = (await read('{"__proto__":{"polluted":1},"constructor":2}\n')).records;
    expect(JSON.stringify(record)).toBe('{"__proto__":{"polluted":1},"constructor":2}');
  });

  it('give short batches for large rows', async () => {
    const line = `{"a":"${'x'.repeat(500)}"}\n`;
    const { positions } = await read(line.repeat(10), { batchBytes: 1000 });
    expect(positions.map(({ records }) => records)).toEqual([2, 4, 6, 8, 10]);
  });

  it('are the same however the bytes arrive', async () => {
    const text = '{"a":"é"}\r\n\n{"a":"👩"}\n{bad\n{"a":3}';
    const whole = [];
    for await (const batch of readJsonl({
      stream: inPieces(text, 1000),
      from: startOfFile,
      limits: defaultReadingLimits,
    }))
      whole.push(batch);
    for (const size of [1, 2, 3, 7]) {
      const parts = [];
      for await (const batch of readJsonl({
        stream: inPieces(text, size),
        from: startOfFile,
        limits: defaultReadingLimits,
      }))
        parts.push(batch);
      expect(parts).toEqual(whole);
    }
  });
});

describe('a JSON list', () => {
  const text = '[\n {"a":"]},[\\"{"},\n {"b":[{"c":1}]}\n,\n {"d":2} ]\n';

  it('is read element by element with the line of each', async () => {
    const { entries, rejected } = await read(text);
    expect(rejected).toEqual([]);
    expect(entries).toEqual([
      { line: 2, record: { a: ']},["{' } },
      { line: 3, record: { b: [{ c: 1 }] } },
      { line: 5, record: { d: 2 } },
    ]);
  });

  it('is the same however the bytes arrive', async () => {
    const { entries } = await read(text);
    for (const size of [1, 2, 5]) {
      const parts = [];
      for await (const batch of readJsonArray({
        stream: inPieces(text, size),
        from: startOfFile,
        limits: defaultReadingLimits,
      }))
        parts.push(...batch.entries);
      expect(parts).toEqual(entries);
    }
  });

  it.each([
    ['empty', '[ ]', 0, []],
    ['with a trailing comma', '[{"a":1},]', 1, []],
    ['with a broken element', '[{"a":1},\n{"a":},\n{"a":3}]', 2, [[2, 'malformed_json']]],
    [
      'with plain values',
      '[{"a":1}, 2, "x"]',
      1,
      [
        [1, 'not_an_object'],
        [1, 'not_an_object'],
      ],
    ],
    ['never closed', '[{"a":1},\n{"a":2}', 2, [[2, 'malformed_json']]],
    [
      'cut inside an element',
      '[{"a":1},\n{"a":',
      1,
      [
        [2, 'malformed_json'],
        [2, 'malformed_json'],
      ],
    ],
    ['with text behind it', '[{"a":1}]\n[{"a":2}]', 1, [[2, 'malformed_json']]],
  ])('%s is read as far as it goes', async (_name, bytes, count, rejected) => {
    const found = await read(bytes);
    expect(found.records).toHaveLength(count);
    expect(found.rejected).toEqual(rejected);
  });

  it('skips an element that is too long', async () => {
    const bytes = `[{"a":1},{"a":"${'x'.repeat(3000)}"},{"a":3}]`;
    expect(await read(bytes, { rowBytes: 100 })).toMatchObject({
      records: [{ a: 1 }, { a: 3 }],
      rejected: [[1, 'line_too_long']],
    });
  });
});
