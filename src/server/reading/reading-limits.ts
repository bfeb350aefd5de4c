const kB = 1024;
const MB = 1024 * kB;
const GB = 1024 * MB;

/** Bounds on what a file may make the server do. All are defaults: pass your own where an operator asks for it. */
export interface ReadingLimits {
  /** Decoded size of a compressed file. Real data sets stay well below; a bomb is stopped before the disk or the day is full. */
  readonly decodedBytes: number;
  /** Decoded bytes per compressed byte. Text compresses 3 to 20 times, a bomb about 1,000 times. */
  readonly compressionRatio: number;
  /** Decoded bytes before the ratio counts: less than this hurts nobody, and short files compress oddly. */
  readonly ratioFromBytes: number;
  /** One line, list element or CSV row. What is longer is skipped without being held in memory. */
  readonly rowBytes: number;
  /** Columns of a CSV or Parquet file. Each one costs a key in every record. */
  readonly columns: number;
  /** Records in one batch: enough to make a database round trip worth it. */
  readonly batchRecords: number;
  /** Raw bytes in one batch, so that a thousand long rows do not sit in memory together. */
  readonly batchBytes: number;
  /** Bytes looked at to tell encoding, shape and delimiter. */
  readonly headBytes: number;
  /** Unpacked bytes of one Parquet window: part of a row group is read at a time where the group is larger. */
  readonly parquetWindowBytes: number;
  /** Unpacked bytes of one Parquet column chunk or page: what must be held at once to read any row of it. */
  readonly parquetChunkBytes: number;
  /** Rows of one Parquet row group: a run-length page of a few bytes can claim any number of them. */
  readonly parquetGroupRows: number;
}

export const defaultReadingLimits: ReadingLimits = {
  decodedBytes: 10 * GB,
  compressionRatio: 250,
  ratioFromBytes: 32 * MB,
  rowBytes: 16 * MB,
  columns: 2_000,
  batchRecords: 1_000,
  batchBytes: 4 * MB,
  headBytes: 64 * kB,
  parquetWindowBytes: 32 * MB,
  parquetChunkBytes: 256 * MB,
  parquetGroupRows: 5_000_000,
};
