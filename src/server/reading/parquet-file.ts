import { type FileHandle, open } from 'node:fs/promises';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { readParquetJson, readParquetText } from './parquet-value.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface ParquetFile {
  readonly metadata: FileMetaData;
  readonly rows: number;
  readRows(rowStart: number, rowEnd: number): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

function createBuffer(handle: FileHandle, byteLength: number): AsyncBuffer {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      if (start < 0 || end > byteLength || start > end)
        throw new Error(`bytes ${start} to ${end} are outside the file`);
      const bytes = new Uint8Array(end - start);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) throw new Error('the file ends too early');
        filled += bytesRead;
      }
      return bytes.buffer;
    },
  };
}

/** A page says itself how large it will be; an untrue page must not make the server reserve that much. */
function limitCompressors(limits: ReadingLimits): typeof compressors {
  const limited = Object.entries(compressors).map(([codec, decompress]) => {
    const checked = (input: Uint8Array, outputLength: number) => {
      if (outputLength > limits.parquetChunkBytes) throw new Error(`a page claims ${outputLength} bytes`);
      return decompress(input, outputLength);
    };
    return [codec, checked];
  });
  return Object.fromEntries(limited);
}

function explain(error: unknown, where: string): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new UnreadableFile('corrupt_parquet', `${where} cannot be read: ${reason}. Write the file again.`);
}

function checkMetadata(metadata: FileMetaData, limits: ReadingLimits): void {
  for (const [index, group] of metadata.row_groups.entries()) {
    if (group.columns.length > limits.columns) {
      const message = `The file has ${group.columns.length.toLocaleString('en')} columns; at most ${limits.columns.toLocaleString('en')} can be read.`;
      throw new UnreadableFile('too_many_columns', message);
    }
    const largest = Math.max(
      0,
      ...group.columns.map((column) => Number(column.meta_data?.total_uncompressed_size ?? 0)),
    );
    if (largest > limits.parquetChunkBytes || Number(group.num_rows) > limits.parquetGroupRows) {
      const message = `Row group ${index + 1} is too large to read at once. Write the file again with smaller row groups (10,000 rows are good).`;
      throw new UnreadableFile('row_group_too_large', message);
    }
  }
}

/** Opens a Parquet file for reading rows in windows. Close it when done. */
export async function openParquet(path: string, limits: ReadingLimits): Promise<ParquetFile> {
  const handle = await open(path, 'r');
  try {
    const file = createBuffer(handle, (await handle.stat()).size);
    const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
      throw explain(error, 'The end of the Parquet file, which lists its parts,');
    });
    checkMetadata(metadata, limits);
    const options = {
      file,
      metadata,
      compressors: limitCompressors(limits),
      parsers: { stringFromBytes: readParquetText, jsonFromBytes: readParquetJson },
      useOffsetIndex: true,
    };
    return {
      metadata,
      rows: Number(metadata.num_rows),
      readRows: (rowStart, rowEnd) =>
        parquetReadObjects({ ...options, rowStart, rowEnd }).catch((error: unknown) => {
          throw explain(error, `Rows ${rowStart + 1} to ${rowEnd}`);
        }),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
