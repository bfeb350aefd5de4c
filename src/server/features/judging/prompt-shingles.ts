import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Shingles, shinglesOf } from '#domain/writing/prompt-similarity.ts';

/** So many at once take a few milliseconds; others are served in between. */
const atOnce = 20;
const mostKept = 20_000;

/** Cuts prompts into runs of words, each text once: everybody who writes in a project is compared with the same ones. */
export class PromptShingles {
  /** In the order in which they were last asked for. */
  readonly #kept = new Map<string, Shingles>();

  async ofAll(texts: readonly string[]): Promise<(readonly [string, Shingles])[]> {
    const found: (readonly [string, Shingles])[] = [];
    let fresh = 0;
    for (const text of texts) {
      const known = this.#kept.get(text);
      if (known === undefined && ++fresh % atOnce === 0) await nextTurn();
      const shingles = known ?? shinglesOf(text);
      this.#keep(text, shingles);
      found.push([text, shingles]);
    }
    return found;
  }

  #keep(text: string, shingles: Shingles): void {
    this.#kept.delete(text);
    this.#kept.set(text, shingles);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}
