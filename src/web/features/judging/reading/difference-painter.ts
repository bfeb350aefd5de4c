import { paintRanges } from '#web/ui/paint-ranges.ts';
import { rangesOfPieces, sourceTextOfPieces } from '#web/ui/rendered-text/text-pieces.ts';
import { watchTexts } from '#web/ui/watch-texts.ts';
import { askDifference } from './ask-difference.ts';
import type { Difference, Stretch } from './compute-difference.ts';
import { listResponses } from './list-texts.ts';

/** How far the difference of two responses is: the count is of passages, in both together. */
export type DifferenceStanding =
  | { readonly kind: 'computing' }
  | { readonly kind: 'shown'; readonly count: number; readonly by: Difference['by'] };

const mostRanges = 20_000;

/** Marks in two responses of the task on screen what only one of them has. */
export class DifferencePainter {
  readonly #place: Element;
  readonly #pair: readonly [number, number];
  readonly #tell: (standing: DifferenceStanding) => void;
  readonly #stopWatching: () => void;
  #asked: { readonly one: string; readonly other: string; readonly cancel: AbortController } | undefined;
  #found: Difference | undefined;

  constructor(place: Element, pair: readonly [number, number], tell: (standing: DifferenceStanding) => void) {
    this.#place = place;
    this.#pair = pair;
    this.#tell = tell;
    this.#stopWatching = watchTexts(place, () => this.#update());
    this.#update();
  }

  stop(): void {
    this.#stopWatching();
    this.#asked?.cancel.abort();
    paintRanges('difference', []);
  }

  #texts(): readonly [Element | null, Element | null] {
    const texts = listResponses(this.#place);
    return [texts[this.#pair[0]] ?? null, texts[this.#pair[1]] ?? null];
  }

  /** Asks anew where the texts are others than before; else only paints, as their elements may be new. */
  #update(): void {
    const [one, other] = this.#texts().map((response) =>
      response === null ? '' : sourceTextOfPieces(response),
    );
    const texts = { one: one ?? '', other: other ?? '' };
    if (this.#asked?.one === texts.one && this.#asked.other === texts.other) {
      this.#paint();
      return;
    }
    this.#asked?.cancel.abort();
    const cancel = new AbortController();
    this.#asked = { ...texts, cancel };
    this.#found = undefined;
    this.#paint();
    void askDifference(texts, cancel.signal).then((found) => {
      if (cancel.signal.aborted) return;
      this.#found = found;
      this.#paint();
    });
  }

  #paint(): void {
    const found = this.#found;
    if (found === undefined) {
      paintRanges('difference', []);
      this.#tell({ kind: 'computing' });
      return;
    }
    const [one, other] = this.#texts();
    // Marks of emphasis and addresses are not on the page, unless the source is shown.
    const seen = [...rangesOf(one, found.one), ...rangesOf(other, found.other)].filter(
      (ranges) => ranges.length > 0,
    );
    paintRanges('difference', seen.flat().slice(0, mostRanges));
    this.#tell({ kind: 'shown', count: seen.length, by: found.by });
  }
}

/** The ranges of each stretch. */
function rangesOf(response: Element | null, stretches: readonly Stretch[]): Range[][] {
  return response === null ? [] : stretches.map((stretch) => rangesOfPieces(response, stretch));
}
