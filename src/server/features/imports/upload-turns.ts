interface Turn {
  readonly interrupt: () => void;
  readonly over: Promise<unknown>;
}

/**
 * Lets one request at a time write to an upload; a newer one ends the older. After a cut the server may wait long for
 * a connection whose other end has gone, and the person who tries again must not wait with it.
 */
export class UploadTurns {
  readonly #turns = new Map<string, Turn>();

  async take<Outcome>(
    uploadId: string,
    interrupt: () => void,
    work: () => Promise<Outcome>,
  ): Promise<Outcome> {
    const before = this.#turns.get(uploadId);
    before?.interrupt();
    const running = (before?.over ?? Promise.resolve()).then(work);
    const turn = { interrupt, over: running.catch(() => {}) };
    this.#turns.set(uploadId, turn);
    try {
      return await running;
    } finally {
      if (this.#turns.get(uploadId) === turn) this.#turns.delete(uploadId);
    }
  }
}
