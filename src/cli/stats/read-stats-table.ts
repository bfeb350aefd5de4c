import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '#cli/command-errors.ts';
import { readCsvColumns } from './read-csv-columns.ts';
import { readParquetColumns } from './read-parquet-columns.ts';
import { createStatsTable, type StatsTable, type WantedColumn } from './stats-table.ts';

export interface StatsSource<Name extends string> {
  /** A path, or `-` for what is piped in. */
  readonly file: string;
  readonly columns: readonly WantedColumn<Name>[];
  /** Everything that is piped in. */
  readonly standardInput: () => Promise<Uint8Array>;
}

/**
 * The wanted columns of a CSV or Parquet file, which is told by its first bytes; either may be gzipped. Other columns
 * are passed over.
 */
export async function readStatsTable<Name extends string>({
  file,
  columns,
  standardInput,
}: StatsSource<Name>): Promise<StatsTable<Name>> {
  const bytes = unpack(file === '-' ? await standardInput() : readBytes(file));
  if (isParquet(bytes))
    return createStatsTable(await readParquetColumns(new Uint8Array(bytes), columns), columns);
  if (!isUtf8(bytes))
    throw new UsageError('The file is neither Parquet nor CSV in UTF-8. Save it in one of the two.');
  return createStatsTable(readCsvColumns(bytes, columns), columns);
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new UsageError(`There is no file ${file} that can be read.`);
  }
}

function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new UsageError(
      `The compressed file cannot be read: ${(error as Error).message}. Compress it again.`,
    );
  }
}

function isParquet(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PAR1';
}
