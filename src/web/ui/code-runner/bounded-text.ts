/** Keeps the first so many characters of what is added to it. */
export class BoundedText {
  readonly #limit: number;
  #text = '';
  #isCut = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(text: string): void {
    const room = this.#limit - this.#text.length;
    if (text.length > room) this.#isCut = true;
    this.#text += text.slice(0, room);
  }

  get text(): string {
    // A pair that was cut in two is not text, and a NUL could not be stored.
    return this.#text.toWellFormed().replaceAll('\u0000', '\u2400');
  }

  get isCut(): boolean {
    return this.#isCut;
  }
}
