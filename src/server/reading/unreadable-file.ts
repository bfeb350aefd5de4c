/** Why reading a file had to stop. */
export type UnreadableCode =
  | 'empty_file'
  | 'unsupported_compression'
  | 'compressed_twice'
  | 'truncated_gzip'
  | 'corrupt_gzip'
  | 'too_large'
  | 'compression_bomb'
  | 'unsupported_encoding'
  | 'unsupported_content'
  | 'malformed_header'
  | 'too_many_columns'
  | 'corrupt_parquet'
  | 'row_group_too_large';

/**
 * The file as a whole cannot be read, or not any further. Readers hand over every good record before they
 * throw this. The message is meant for the person who gave the file.
 */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.name = 'UnreadableFile';
    this.code = code;
  }
}
