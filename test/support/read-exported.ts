import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Download } from 'playwright-core';

/** A file that somebody downloaded, with its name in the export. */
export interface ExportedFile {
  readonly name: string;
  readonly path: string;
}

export async function keepDownload(name: string, download: Download): Promise<ExportedFile> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-download-'));
  const path = join(folder, name.replaceAll('/', '-'));
  await download.saveAs(path);
  return { name, path };
}

/** Every row of the data files, read by nothing of ours: lines of JSON, or Parquet by a public reader. */
export async function readExportedRows<Row>(files: readonly ExportedFile[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, path } of files) {
    const bytes = readFileSync(path);
    if (name.endsWith('.jsonl')) {
      const lines = bytes.toString('utf8').split('\n').filter(Boolean);
      rows.push(...lines.map((line) => JSON.parse(line) as Row));
    } else if (name.endsWith('.parquet')) {
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      const found = await parquetReadObjects({ file, compressors });
      rows.push(...found.map((row) => withNumbers(row) as Row));
    }
  }
  return rows;
}

/** The Parquet reader gives 64-bit integers as big ones. */
function withNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(withNumbers);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNumbers(inner)]));
}

export function hashOfFile({ path }: ExportedFile): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
