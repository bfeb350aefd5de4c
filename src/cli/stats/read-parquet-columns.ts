import { type ColumnData, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { UsageError } from '#cli/command-errors.ts';
import {
  type EncodedColumn,
  emptyCode,
  type FoundColumns,
  locateColumns,
  type WantedColumn,
} from './stats-table.ts';

/** Reads the wanted columns of a Parquet file, column by column. */
export async function readParquetColumns(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: readonly WantedColumn[],
): Promise<FoundColumns> {
  const file = {
    byteLength: bytes.length,
    slice: (start: number, end?: number) => bytes.slice(start, end).buffer,
  };
  const metadata = await parquetMetadataAsync(file).catch(refuseDamaged);
  const rows = Number(metadata.num_rows);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const places = locateColumns(names, wanted);
  const chunks: ColumnData[] = [];
  const columns = [...places.values()].map((place) => names[place] ?? '');
  await parquetRead({
    file,
    metadata,
    columns,
    compressors,
    onChunk: (chunk) => chunks.push(chunk),
  }).catch(refuseDamaged);
  const encoded = new Map<string, EncodedColumn>();
  for (const [name, place] of places)
    encoded.set(
      name,
      encode(
        chunks.filter((chunk) => chunk.columnName === names[place]),
        { name, rows },
      ),
    );
  return { rows, columns: encoded, lineOf: (row) => row + 1, placeWord: 'Row' };
}

function encode(
  chunks: readonly ColumnData[],
  { name, rows }: { name: string; rows: number },
): EncodedColumn {
  const codes = new Int32Array(rows).fill(emptyCode);
  // Two values may have one text, such as the number 1 and the word "1": the second table joins them.
  const known = new Map<unknown, number>();
  const codeOfText = new Map<string, number>();
  const numberText = (text: string): number => {
    if (text === '') return emptyCode;
    const code = codeOfText.get(text) ?? codeOfText.size;
    codeOfText.set(text, code);
    return code;
  };
  for (const { columnData, rowStart } of chunks.toSorted((one, other) => one.rowStart - other.rowStart)) {
    for (let index = 0; index < columnData.length; index++) {
      const value: unknown = columnData[index];
      let code = known.get(value);
      if (code === undefined) {
        code = numberText(textOf(value, { name, row: rowStart + index }));
        known.set(value, code);
      }
      codes[rowStart + index] = code;
    }
  }
  return { codes, levels: [...codeOfText.keys()] };
}

function textOf(value: unknown, { name, row }: { name: string; row: number }): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw new UsageError(
    `Row ${row + 1}, column ${name}: the cell holds neither a text nor a number. Choose another column, or write the file anew.`,
  );
}

function refuseDamaged(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new UsageError(`The Parquet file cannot be read: ${reason}. Write it again.`);
}
