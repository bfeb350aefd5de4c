import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Column, ColumnType, ExportRow } from '#domain/exports/column.ts';
import { parquetSchemaOf } from '#domain/exports/parquet-schema.ts';
import { HashedFile } from './hashed-file.ts';
import type { RowShard } from './row-shard.ts';

/** Rows are held until a row group is full: by count, or by size where texts are long. */
const rowGroup = { rows: 5_000, characters: 16_000_000 };

/** Parquet with an explicit schema, snappy, row groups of 5,000. */
export class ParquetShard implements RowShard {
  readonly #file: HashedFile;
  readonly #columns: readonly Column[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #held: ExportRow[] = [];
  #heldWeight = 0;
  rows = 0;

  private constructor(file: HashedFile, columns: readonly Column[]) {
    this.#file = file;
    this.#columns = columns;
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: parquetSchemaOf(columns),
      createdBy: 'plumbline',
    });
  }

  static async create(path: string, columns: readonly Column[]): Promise<ParquetShard> {
    return new ParquetShard(await HashedFile.create(path), columns);
  }

  get bytes(): number {
    return this.#file.bytes;
  }

  add(row: ExportRow, weight: number): void {
    this.#held.push(row);
    this.#heldWeight += weight;
    this.rows += 1;
  }

  async settle(): Promise<void> {
    if (this.#held.length >= rowGroup.rows || this.#heldWeight >= rowGroup.characters)
      await this.#writeGroup();
  }

  async finish(): Promise<string> {
    await this.#writeGroup();
    await this.#writer.finish();
    await this.#flush();
    return this.#file.finish();
  }

  abandon(): Promise<void> {
    return this.#file.abandon();
  }

  async #writeGroup(): Promise<void> {
    if (this.#held.length === 0) return;
    const rows = this.#held;
    this.#held = [];
    this.#heldWeight = 0;
    const columnData = this.#columns.map(({ name, type }) => ({
      name,
      data: rows.map((row) => parquetValue(type, row[name])),
    }));
    await this.#writer.write({ columnData, rowGroupSize: rows.length });
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const chunk = this.#bytes.getBytes();
    await this.#file.append(chunk);
    // The writer goes on counting offsets from the file's start; only its buffer begins anew.
    this.#bytes.index = 0;
  }
}

/** Whole numbers are 64 bits wide in Parquet, also those inside lists and structures. */
function parquetValue(type: ColumnType, value: unknown): unknown {
  if (type === 'int') return BigInt(value as number);
  if (typeof type === 'string' || !holdsNumbers(type)) return value;
  if ('list' in type) return (value as readonly unknown[]).map((one) => parquetValue(type.list, one));
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    type.struct.map((child) => [child.name, parquetValue(child.type, fields[child.name])]),
  );
}

/** Most columns hold none, and need not be copied. */
function holdsNumbers(type: ColumnType): boolean {
  if (typeof type === 'string') return type === 'int';
  if ('list' in type) return holdsNumbers(type.list);
  return type.struct.some((child) => holdsNumbers(child.type));
}
