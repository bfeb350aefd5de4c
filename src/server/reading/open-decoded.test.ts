import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, readAll } from '#test/support/reading-fixtures.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const read = async (bytes: string | Uint8Array, limits = {}, name = 'file') =>
  readAll({ path: await folder.write(name, bytes), limits });

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `{"n":${index},"text":"${Math.sin(index)}"}\n`).join('');

describe('opening a file', () => {
  it.each([
    ['nothing', '', 'empty_file'],
    ['nothing in gzip', gzipSync(''), 'empty_file'],
    ['only blank lines', '\n\n \n', 'empty_file'],
    ['zip', Buffer.from('PK\x03\x04rest', 'latin1'), 'unsupported_compression'],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1]), 'unsupported_compression'],
    ['bzip2', Buffer.from('BZh9rest'), 'unsupported_compression'],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), 'unsupported_compression'],
    ['zip in gzip', gzipSync(Buffer.from('PK\x03\x04rest', 'latin1')), 'unsupported_compression'],
    ['gzip in gzip', gzipSync(gzipSync('{"a":1}\n')), 'compressed_twice'],
    ['Parquet in gzip', gzipSync('PAR1rest'), 'unsupported_compression'],
    ['UTF-16 with a mark', Buffer.from('\ufeff{"a":1}\n', 'utf16le'), 'unsupported_encoding'],
    ['UTF-16 without a mark', Buffer.from('{"a":1}\n', 'utf16le'), 'unsupported_encoding'],
    ['UTF-16, big end first', Buffer.from('a,b\n1,2\n', 'utf16le').swap16(), 'unsupported_encoding'],
    ['an object over several lines', '{\n  "a": 1\n}\n', 'unsupported_content'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'unsupported_content',
    ],
    ['a header in Latin-1', Buffer.from('prénom,b\n1,2\n', 'latin1'), 'unsupported_encoding'],
  ])('refuses %s and says so', async (_name, bytes, failure) => {
    const found = await read(bytes);
    expect(found).toMatchObject({ failure, entries: [] });
    expect(found.message).toMatch(/\.$/);
  });

  it('knows gzip by its first bytes and not by its name', async () => {
    expect((await read(gzipSync(lines(3)), {}, 'plain.jsonl')).records).toHaveLength(3);
    expect((await read(lines(3), {}, 'named.jsonl.gz')).records).toHaveLength(3);
  });

  it('reads gzip of several members', async () => {
    const bytes = Buffer.concat([gzipSync(lines(2)), gzipSync(lines(3))]);
    expect(await read(bytes)).toMatchObject({ failure: null, records: { length: 5 } });
  });

  it('gives every whole row before the cut of a truncated gzip, and then says so', async () => {
    const whole = gzipSync(lines(20_000));
    const found = await read(whole.subarray(0, Math.floor(whole.length / 2)));
    expect(found.failure).toBe('truncated_gzip');
    expect(found.rejected).toEqual([]);
    expect(found.records.length).toBeGreaterThan(8_000);
    expect(found.records.at(-1)).toMatchObject({ n: found.records.length - 1 });
  });

  it('misses at most the cut row, wherever a gzip is cut', async () => {
    const text = lines(50);
    const whole = gzipSync(text, { level: 0 });
    for (let cut = 100; cut < whole.length - 8; cut += 97) {
      const decoded = text.slice(0, cut - 15);
      const found = await read(whole.subarray(0, cut));
      expect(found.failure).toBe('truncated_gzip');
      expect(found.records).toHaveLength(decoded.split('\n').length - 1);
    }
  });

  it('says where a gzip is damaged', async () => {
    const bytes = gzipSync(lines(20_000));
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 200);
    expect((await read(bytes)).failure).toBe('corrupt_gzip');
  });

  it('stops a bomb by its ratio without unpacking it', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 ** 2, 32), { level: 9 });
    const before = process.memoryUsage().rss;
    expect((await read(bomb)).failure).toBe('compression_bomb');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2);
  });

  it('stops at the decoded size that is allowed', async () => {
    expect((await read(gzipSync(lines(50_000)), { decodedBytes: 1024 ** 2 })).failure).toBe('too_large');
  });
});
