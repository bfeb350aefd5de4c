type Stream = 'stdout' | 'stderr';

/** So many writes are passed on one by one, so that little is lost when a run is ended by force; then in pieces. */
const eagerWrites = 200;
const pieceCharacters = 1024;

interface OutputTarget {
  readonly limit: number;
  readonly post: (stream: Stream, text: string) => void;
  readonly onCut: () => void;
}

/** What a program prints, bounded while it is produced and handed over in pieces. */
export class Output {
  readonly #to: OutputTarget;
  readonly #pending: Record<Stream, string> = { stdout: '', stderr: '' };
  #decoders = newDecoders();
  #left = 0;
  #writes = 0;
  #isCut = false;

  constructor(to: OutputTarget) {
    this.#to = to;
  }

  /** Begins the output of another execution. */
  reset(): void {
    this.#left = this.#to.limit;
    this.#writes = 0;
    this.#isCut = false;
    this.#decoders = newDecoders();
  }

  /** Takes bytes of UTF-8, of which a character may come in two parts. */
  writeBytes(stream: Stream, bytes: Uint8Array): void {
    const taken = bytes.subarray(0, this.#left);
    if (taken.length < bytes.length) this.#cut();
    if (taken.length === 0) return;
    this.#left -= taken.length;
    this.#add(stream, this.#decoders[stream].decode(taken, { stream: true }));
  }

  write(stream: Stream, text: string): void {
    // No more can be taken than this, and encoding hundreds of megabytes to find out would fill the memory.
    this.writeBytes(stream, new TextEncoder().encode(text.slice(0, this.#left + 1)));
  }

  /** What went wrong, always shown: the place for it is not taken from the output. */
  writeError(text: string): void {
    this.#add('stderr', text.slice(0, this.#to.limit));
  }

  /** Hands over what is still held back. */
  finish(): void {
    this.#flush('stdout');
    this.#flush('stderr');
  }

  #cut(): void {
    if (!this.#isCut) this.#to.onCut();
    this.#isCut = true;
  }

  #add(stream: Stream, text: string): void {
    this.#writes += 1;
    this.#pending[stream] += text;
    if (this.#writes <= eagerWrites || this.#pending[stream].length >= pieceCharacters) this.#flush(stream);
  }

  #flush(stream: Stream): void {
    const text = this.#pending[stream];
    this.#pending[stream] = '';
    if (text !== '') this.#to.post(stream, text);
  }
}

function newDecoders(): Record<Stream, TextDecoder> {
  return { stdout: new TextDecoder(), stderr: new TextDecoder() };
}
