import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** A file that is hashed while it grows, and is on the disk for good once closed. */
export class HashedFile {
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  bytes = 0;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async create(path: string): Promise<HashedFile> {
    return new HashedFile(await open(path, 'wx', 0o640));
  }

  async append(chunk: Uint8Array): Promise<void> {
    this.#hash.update(chunk);
    this.bytes += chunk.byteLength;
    let written = 0;
    // A nearly full disk takes part of a chunk before it refuses the rest.
    while (written < chunk.byteLength) {
      const { bytesWritten } = await this.#handle.write(chunk, written);
      written += bytesWritten;
    }
  }

  /** Closes the file and returns its SHA-256. */
  async finish(): Promise<string> {
    await this.#handle.sync();
    await this.#handle.close();
    return this.#hash.digest('hex');
  }

  /** Closes the file of a run that came to nothing. */
  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }
}
