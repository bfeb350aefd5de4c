import type { Column, ExportRow } from '#domain/exports/column.ts';
import { compileRowWriter } from '#domain/exports/serialise-row.ts';
import { HashedFile } from './hashed-file.ts';
import type { RowShard } from './row-shard.ts';

const chunkCharacters = 131_072;

/** JSON Lines: UTF-8, one object a line, LF. */
export class JsonlShard implements RowShard {
  readonly #file: HashedFile;
  readonly #write: (row: ExportRow) => string;
  #text = '';
  rows = 0;

  private constructor(file: HashedFile, columns: readonly Column[]) {
    this.#file = file;
    this.#write = compileRowWriter(columns);
  }

  static async create(path: string, columns: readonly Column[]): Promise<JsonlShard> {
    return new JsonlShard(await HashedFile.create(path), columns);
  }

  get bytes(): number {
    return this.#file.bytes + this.#text.length;
  }

  add(row: ExportRow): void {
    this.#text += `${this.#write(row)}\n`;
    this.rows += 1;
  }

  async settle(): Promise<void> {
    if (this.#text.length >= chunkCharacters) await this.#flush();
  }

  async finish(): Promise<string> {
    await this.#flush();
    return this.#file.finish();
  }

  abandon(): Promise<void> {
    return this.#file.abandon();
  }

  async #flush(): Promise<void> {
    if (this.#text === '') return;
    const chunk = Buffer.from(this.#text, 'utf8');
    this.#text = '';
    await this.#file.append(chunk);
  }
}
