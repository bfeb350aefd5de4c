import type { ItemResponse } from './item.ts';

/** One step of a solution. */
export interface SolutionStep {
  /** "r1.s1" for the first step of the first response. */
  readonly id: string;
  readonly text: string;
  /** Where it stands in the response's text, in UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** Between steps: a blank line, however it is spelled. */
export const stepSeparator = '\n\n';

const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The steps of a response: those that the file gave, else its paragraphs. A block of code and a displayed formula are
 * never cut in two, however many blank lines they hold.
 */
export function listSteps({ id, text, steps }: Pick<ItemResponse, 'id' | 'text' | 'steps'>): SolutionStep[] {
  const places = steps === undefined ? cutParagraphs(text) : placeGiven(text, steps);
  return places.map(({ start, end, given }, index) => ({
    id: `${id}.s${index + 1}`,
    text: given ?? text.slice(start, end).replaceAll(/\r\n?/g, '\n'),
    start,
    end,
  }));
}

interface PlacedStep {
  readonly start: number;
  readonly end: number;
  readonly given?: string;
}

/** Steps of a file stand in its text one after the other. */
function placeGiven(text: string, steps: readonly string[]): PlacedStep[] {
  let at = 0;
  return steps.map((given) => {
    const found = text.indexOf(given, at);
    const start = found === -1 ? at : found;
    at = Math.min(text.length, start + given.length);
    return { start, end: at, given };
  });
}

function cutParagraphs(text: string): PlacedStep[] {
  const paragraphs: PlacedStep[] = [];
  let start: number | null = null;
  let closing: string | null = null;
  let [at, end] = [0, 0];
  const close = () => {
    if (start !== null && text.slice(start, end).trim() !== '') paragraphs.push({ start, end });
    start = null;
  };
  for (const whole of text.split(/(?<=\r\n|\n|\r(?!\n))/)) {
    const line = whole.replace(/[\r\n]+$/, '');
    if (closing === null && line.trim() === '') close();
    else {
      start ??= at;
      end = at + line.length;
      closing = blockAfter(line, closing);
    }
    at += whole.length;
  }
  close();
  return paragraphs;
}

/** What closes the block that is open after this line; null outside of one. */
function blockAfter(line: string, closing: string | null): string | null {
  const mark = line.trim();
  if (closing === null) {
    const opened = fence.exec(line)?.[1];
    if (opened !== undefined) return opened;
    if (mark.startsWith('$$') && !mark.slice(2).includes('$$')) return '$$';
    return mark.startsWith('\\[') && !mark.includes('\\]') ? '\\]' : null;
  }
  if (closing === '$$' || closing === '\\]') return mark.includes(closing) ? null : closing;
  return mark.startsWith(closing) && mark.replaceAll(closing[0] ?? '', '') === '' ? null : closing;
}
