import { languages } from './languages.ts';
import { shownLanguage } from './shown-language.ts';

/** Whether the page runs from right to left, for the few places where CSS cannot mirror: arrow keys and places in pixels. */
export function readsFromRight(): boolean {
  return languages[shownLanguage().language].direction === 'rtl';
}

const mirrored: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** A key as it is meant from left to right: an arrow moves towards what the eye sees on its side. Works both ways. */
export function mirrorArrow(key: string): string {
  return readsFromRight() ? (mirrored[key] ?? key) : key;
}
