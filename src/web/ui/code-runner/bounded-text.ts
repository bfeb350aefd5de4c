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
    // A pair that was cut in two is not text.
    return this.#text.toWellFormed();
  }

  get isCut(): boolean {
    return this.#isCut;
  }
}
