import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Column, ExportRow } from '#domain/exports/column.ts';
import { type SplitName, shardPath } from '#domain/exports/export-format.ts';
import type { ExportedFile } from '#domain/exports/manifest.ts';
import { JsonlShard } from './jsonl-shard.ts';
import { ParquetShard } from './parquet-shard.ts';
import type { RowShard } from './row-shard.ts';

export interface ShardSettings {
  readonly folder: string;
  readonly parquet: boolean;
  /** A shard that has reached this size is closed and the next begun. */
  readonly shardBytes: number;
}

interface FinishedShard {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes the rows of one configuration and split into as many files as it takes; no row, no file. */
export class ShardWriter {
  readonly #settings: ShardSettings;
  readonly #target: { configName: string; split: SplitName; columns: readonly Column[] };
  readonly #finished: FinishedShard[] = [];
  #current: { shard: RowShard; path: string } | null = null;
  #waiting: { row: ExportRow; weight: number }[] = [];

  constructor(
    settings: ShardSettings,
    target: { configName: string; split: SplitName; columns: readonly Column[] },
  ) {
    this.#settings = settings;
    this.#target = target;
  }

  /** Takes a row without waiting. */
  add(row: ExportRow, weight: number): void {
    if (this.#current) this.#current.shard.add(row, weight);
    else this.#waiting.push({ row, weight });
  }

  /** Writes what is much; await it after each page of rows. */
  async settle(): Promise<void> {
    if (this.#current === null && this.#waiting.length > 0) await this.#begin();
    if (this.#current === null) return;
    await this.#current.shard.settle();
    if (this.#current.shard.bytes >= this.#settings.shardBytes) await this.#close();
  }

  /** Closes the last shard and gives all of them their final names, which hold their number. */
  async finish(): Promise<ExportedFile[]> {
    await this.settle();
    if (this.#current) await this.#close();
    const files: ExportedFile[] = [];
    for (const [index, { path, ...facts }] of this.#finished.entries()) {
      const { configName, split } = this.#target;
      const count = this.#finished.length;
      const finalPath = shardPath({ configName, split, index, count, extension: this.#extension });
      await rename(join(this.#settings.folder, path), join(this.#settings.folder, finalPath));
      files.push({ path: finalPath, ...facts });
    }
    return files;
  }

  async abandon(): Promise<void> {
    await this.#current?.shard.abandon();
  }

  get #extension(): 'jsonl' | 'parquet' {
    return this.#settings.parquet ? 'parquet' : 'jsonl';
  }

  async #begin(): Promise<void> {
    const { configName, split, columns } = this.#target;
    const path = `${configName}/${split}-${this.#finished.length}.${this.#extension}.part`;
    await mkdir(join(this.#settings.folder, configName), { recursive: true });
    const target = join(this.#settings.folder, path);
    const shard = this.#settings.parquet
      ? await ParquetShard.create(target, columns)
      : await JsonlShard.create(target, columns);
    this.#current = { shard, path };
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { row, weight } of waiting) shard.add(row, weight);
  }

  async #close(): Promise<void> {
    if (this.#current === null) return;
    const { shard, path } = this.#current;
    const sha256 = await shard.finish();
    this.#finished.push({ path, rows: shard.rows, bytes: shard.bytes, sha256 });
    this.#current = null;
  }
}
