import type { ItemResponse } from './item.ts';

/** One step of a solution. */
export interface SolutionStep {
  /** "r1.s1" for the first step of the first response. */
  readonly id: string;
  readonly text: string;
}

/** Between steps: a blank line, however it is spelled. */
export const stepSeparator = '\n\n';

const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The steps of a response: those that the file gave, else its paragraphs. A block of code and a displayed formula are
 * never cut in two, however many blank lines they hold.
 */
export function listSteps({ id, text, steps }: Pick<ItemResponse, 'id' | 'text' | 'steps'>): SolutionStep[] {
  return (steps ?? cutParagraphs(text)).map((step, index) => ({ id: `${id}.s${index + 1}`, text: step }));
}

function cutParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  let closing: string | null = null;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (closing === null && line.trim() === '') {
      if (lines.length > 0) paragraphs.push(lines.join('\n'));
      lines = [];
      continue;
    }
    lines.push(line);
    closing = blockAfter(line, closing);
  }
  if (lines.length > 0 && lines.some((line) => line.trim() !== '')) paragraphs.push(lines.join('\n'));
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
