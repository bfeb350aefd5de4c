/** A part of the guidelines that can be opened, linked and compared on its own. */
export interface GuidelineSection {
  /** Unique in the document and stable while the heading stays. */
  readonly anchor: string;
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  /** 1 to 6 as in `#` to `######`; 0 before the first heading. */
  readonly level: number;
  /** Markdown below the heading, without blank lines around it. */
  readonly body: string;
}

const headingLine = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const fenceLine = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** Cuts Markdown at its `#` headings; those inside fenced code are text. Underlined headings do not cut. */
export function parseSections(markdown: string): GuidelineSection[] {
  const usedAnchors = new Set<string>();
  return cutAtHeadings(markdown)
    .map(({ heading, level, lines }) => ({ heading, level, body: trimBlankLines(lines) }))
    .filter(({ level, body }) => level > 0 || body !== '')
    .map((section) => ({ anchor: claimAnchor(section.heading, usedAnchors), ...section }));
}

interface OpenSection {
  readonly heading: string;
  readonly level: number;
  readonly lines: string[];
}

function cutAtHeadings(markdown: string): OpenSection[] {
  let current: OpenSection = { heading: '', level: 0, lines: [] };
  const sections = [current];
  let fence: string | null = null;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const heading = fence === null ? headingLine.exec(line) : null;
    if (heading === null) {
      fence = fenceAfter(line, fence);
      current.lines.push(line);
      continue;
    }
    current = { heading: heading[2]?.trim() ?? '', level: heading[1]?.length ?? 1, lines: [] };
    sections.push(current);
  }
  return sections;
}

/** The fence that is open after a line; a fence ends with the same sign, at least as long and nothing behind it. */
function fenceAfter(line: string, open: string | null): string | null {
  const match = fenceLine.exec(line);
  if (match === null) return open;
  const [, marks = '', rest = ''] = match;
  // Backticks behind backticks make inline code, not a fence.
  if (open === null) return marks.startsWith('`') && rest.includes('`') ? null : marks;
  const closes = marks[0] === open[0] && marks.length >= open.length && rest.trim() === '';
  return closes ? null : open;
}

function trimBlankLines(lines: readonly string[]): string {
  const isText = (line: string) => line.trim() !== '';
  const first = lines.findIndex(isText);
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex(isText) + 1).join('\n');
}

function claimAnchor(heading: string, used: Set<string>): string {
  const base = slugOf(heading);
  let anchor = base;
  for (let count = 2; used.has(anchor); count += 1) anchor = `${base}-${count}`;
  used.add(anchor);
  return anchor;
}

function slugOf(heading: string): string {
  const words = heading
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words?.join('-') ?? (heading === '' ? 'start' : 'section');
}
