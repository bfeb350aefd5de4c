/** Holds the beginning of a row until its end arrives, up to a limit. */
export class PendingBytes {
  readonly #limit: number;
  #pieces: Buffer[] = [];
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a piece; beyond the limit only its length is remembered. */
  add(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > this.#limit) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  /** Hands over the row, or null where it was too long, and starts afresh. */
  take(): Buffer | null {
    const [only, ...more] = this.#pieces;
    const bytes =
      this.#size > this.#limit
        ? null
        : only && more.length === 0
          ? only
          : Buffer.concat(this.#pieces, this.#size);
    this.#pieces = [];
    this.#size = 0;
    return bytes;
  }
}
