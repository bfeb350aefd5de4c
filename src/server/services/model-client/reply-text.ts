/** Gathers a reply's text from pieces, so that it can be stored and never grows beyond the limit. */
export class ReplyText {
  #text = '';
  #half = '';
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get text(): string {
    return this.#text;
  }

  get isFull(): boolean {
    return this.#text.length >= this.#limit;
  }

  /** Adds a piece and returns what may be shown of it: half of a surrogate pair waits for its other half. */
  add(piece: string): string {
    const joined = this.#half + piece;
    const last = joined.charCodeAt(joined.length - 1);
    const endsInHalf = last >= 0xd800 && last <= 0xdbff;
    this.#half = endsInHalf ? joined.slice(-1) : '';
    const whole = endsInHalf ? joined.slice(0, -1) : joined;
    const room = Math.max(0, this.#limit - this.#text.length);
    // U+0000 cannot be stored in PostgreSQL.
    const fresh = whole.slice(0, room).toWellFormed().replaceAll('\u0000', '\uFFFD');
    this.#text += fresh;
    return fresh;
  }
}
