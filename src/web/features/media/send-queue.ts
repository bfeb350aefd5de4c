/** A file on its way. */
export interface SentFile {
  readonly id: number;
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  /** Why it failed, in words. */
  readonly problem?: string | undefined;
}

interface SendQueueOptions {
  readonly send: (file: File, signal: AbortSignal) => Promise<unknown>;
  readonly explain: (error: unknown) => string;
  /** Called when a file has arrived. */
  readonly onDone: () => void;
  /** How many travel at once. */
  readonly atOnce?: number;
}

interface Entry {
  shown: SentFile;
  readonly file: File;
}

/** Sends files one after another, a few at once; one that fails does not stop the rest. */
export class SendQueue {
  readonly #options: SendQueueOptions;
  readonly #listeners = new Set<() => void>();
  readonly #controller = new AbortController();
  #entries: Entry[] = [];
  #shown: readonly SentFile[] = [];

  constructor(options: SendQueueOptions) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): readonly SentFile[] => this.#shown;

  add(files: readonly File[]): void {
    // What is over makes room for what is new.
    this.#entries = this.#entries.filter(({ shown }) => shown.state !== 'done');
    for (const file of files) {
      lastId += 1;
      this.#entries.push({ file, shown: { id: lastId, name: file.name, state: 'waiting' } });
    }
    this.#goOn();
  }

  retry(id: number): void {
    const entry = this.#entries.find(({ shown }) => shown.id === id);
    if (entry?.shown.state !== 'failed') return;
    entry.shown = { id, name: entry.shown.name, state: 'waiting' };
    this.#goOn();
  }

  stop(): void {
    this.#controller.abort();
  }

  #goOn(): void {
    const count = (state: SentFile['state']) =>
      this.#entries.filter(({ shown }) => shown.state === state).length;
    while (count('sending') < (this.#options.atOnce ?? 2)) {
      const next = this.#entries.find(({ shown }) => shown.state === 'waiting');
      if (next === undefined || this.#controller.signal.aborted) break;
      next.shown = { ...next.shown, state: 'sending' };
      void this.#send(next);
    }
    this.#tell();
  }

  async #send(entry: Entry): Promise<void> {
    try {
      await this.#options.send(entry.file, this.#controller.signal);
      entry.shown = { ...entry.shown, state: 'done' };
      this.#options.onDone();
    } catch (error) {
      entry.shown = { ...entry.shown, state: 'failed', problem: this.#options.explain(error) };
    }
    this.#goOn();
  }

  #tell(): void {
    this.#shown = this.#entries.map(({ shown }) => shown);
    for (const listener of this.#listeners) listener();
  }
}

let lastId = 0;
