import { paintRanges } from '#web/ui/paint-ranges.ts';
import { watchTexts } from '#web/ui/watch-texts.ts';
import { foldQuery } from './fold-letters.ts';
import { listTexts } from './list-texts.ts';
import { showRange } from './show-range.ts';
import { findPlaces, indexText, type TextIndex } from './text-index.ts';

/** What a search has found; `at` counts from 0 and is -1 where there is nothing. */
export interface Found {
  readonly count: number;
  readonly at: number;
  /** More places than are counted. */
  readonly isMore: boolean;
  /** A text is so long that the page does not show all of it yet. */
  readonly hasUnshown: boolean;
}

export const nothingFound: Found = { count: 0, at: -1, isMore: false, hasUnshown: false };
const mostPlaces = 2_000;

/** Looks for words in the texts of the task on screen, marks them all, and goes from one to the next. */
export class TextFinder {
  readonly #place: Element;
  readonly #tell: (found: Found) => void;
  readonly #stopWatching: () => void;
  #indexes: readonly TextIndex[] | undefined;
  #places: readonly Range[] = [];
  #query = '';
  #at = -1;
  #isMore = false;

  constructor(place: Element, tell: (found: Found) => void) {
    this.#place = place;
    this.#tell = tell;
    this.#stopWatching = watchTexts(place, () => this.#readAnew());
  }

  search(query: string): void {
    this.#query = foldQuery(query);
    this.#look(0);
    this.#show();
  }

  /** Goes to the next place or the one before, round the end. */
  step(by: 1 | -1): void {
    const count = this.#places.length;
    if (count === 0) return;
    this.#at = (this.#at + by + count) % count;
    this.#paint();
    this.#show();
  }

  stop(): void {
    this.#stopWatching();
    paintRanges('found', []);
    paintRanges('found-now', []);
  }

  #readAnew(): void {
    this.#indexes = undefined;
    this.#look(Math.max(0, this.#at));
  }

  #look(at: number): void {
    this.#indexes ??= this.#query === '' ? undefined : listTexts(this.#place).map(indexText);
    const places: Range[] = [];
    for (const index of this.#indexes ?? []) {
      places.push(...findPlaces(index, this.#query, mostPlaces + 1 - places.length));
    }
    this.#isMore = places.length > mostPlaces;
    this.#places = places.slice(0, mostPlaces);
    this.#at = Math.min(at, this.#places.length - 1);
    this.#paint();
  }

  #paint(): void {
    const now = this.#places[this.#at];
    paintRanges('found', this.#places);
    paintRanges('found-now', now === undefined ? [] : [now]);
    this.#tell({
      count: this.#places.length,
      at: this.#at,
      isMore: this.#isMore,
      hasUnshown: this.#place.querySelector('[data-shown] [data-plain] button') !== null,
    });
  }

  #show(): void {
    const place = this.#places[this.#at];
    if (place !== undefined) showRange(place);
  }
}
