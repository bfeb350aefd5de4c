import type { SpanMark } from '#domain/judging/answers.ts';
import type { ClaimsScale, MarksScale } from '#domain/rubrics/scale.ts';
import { characterOffset, sliceCharacters, unitOffset } from '#domain/text/slice-characters.ts';
import type { Passage } from './pick-passage.ts';

/** A scale whose answers are passages. */
export type SpanScale = MarksScale | ClaimsScale;

/** A text that can be marked. */
export interface MarkedUnit {
  /** "r1" or "t2". */
  readonly unitId: string;
  /** How it is called on screen, such as "A". */
  readonly name: string;
  readonly text: string;
}

/** Adds a mark on a passage, or on the whole text, and says which id it got. */
export function addMark(
  marks: readonly SpanMark[],
  { unit, passage }: { unit: MarkedUnit; passage: Passage | null },
): { readonly marks: readonly SpanMark[]; readonly id: string } {
  const id = `m${1 + Math.max(0, ...marks.map((mark) => Number(/^m(\d+)$/.exec(mark.id)?.[1] ?? 0)))}`;
  const mark: SpanMark = { id, unitId: unit.unitId, ...offsetsOf(unit.text, passage), label: '' };
  return { marks: inOrder([...marks, mark]), id };
}

function offsetsOf(text: string, passage: Passage | null): Pick<SpanMark, 'start' | 'end'> {
  if (passage === null) return { start: null, end: null };
  return { start: characterOffset(text, passage.start), end: characterOffset(text, passage.end) };
}

/** In the order of the text; marks on the whole come first. */
export function inOrder(marks: readonly SpanMark[]): SpanMark[] {
  return marks.toSorted(
    (one, other) =>
      one.unitId.localeCompare(other.unitId, 'en', { numeric: true }) ||
      (one.start ?? -1) - (other.start ?? -1) ||
      (one.end ?? -1) - (other.end ?? -1),
  );
}

export function changeMark(
  marks: readonly SpanMark[],
  id: string,
  change: Partial<Omit<SpanMark, 'id'>>,
): SpanMark[] {
  return marks.map((mark) => (mark.id === id ? dropEmpty({ ...mark, ...change }) : mark));
}

/** Texts that were emptied again are left out, as if they had never been written. */
function dropEmpty({ note, correction, claim, source, severity, ...mark }: SpanMark): SpanMark {
  return {
    ...mark,
    ...(severity && { severity }),
    ...(note && { note }),
    ...(correction && { correction }),
    ...(claim && { claim }),
    ...(source && { source }),
  };
}

export function removeMark(marks: readonly SpanMark[], id: string): SpanMark[] {
  return marks.filter((mark) => mark.id !== id);
}

/** The passage of a mark in UTF-16 offsets of its text; null for the whole text. */
export function passageOf({ start, end }: SpanMark, text: string): Passage | null {
  if (start === null || end === null) return null;
  const from = unitOffset(text, start);
  return { start: from, end: from + sliceCharacters(text, start, end).length };
}

/** The marks that hold a place of a text, the shortest first, so that a mark inside another can be reached. */
export function marksAt(
  marks: readonly SpanMark[],
  { unit, at }: { unit: MarkedUnit; at: number },
): SpanMark[] {
  const held = marks.flatMap((mark) => {
    const passage = mark.unitId === unit.unitId ? passageOf(mark, unit.text) : null;
    return passage !== null && passage.start <= at && at <= passage.end ? [{ mark, passage }] : [];
  });
  return held
    .toSorted((one, other) => one.passage.end - one.passage.start - (other.passage.end - other.passage.start))
    .map(({ mark }) => mark);
}

/** What is still to be said about a mark. */
export function openStage(mark: SpanMark, scale: SpanScale): 'label' | 'severity' | 'done' {
  if (mark.label === '') return 'label';
  const asksSeverity = scale.kind === 'marks' && scale.severities.length > 0;
  return asksSeverity && mark.severity === undefined ? 'severity' : 'done';
}
