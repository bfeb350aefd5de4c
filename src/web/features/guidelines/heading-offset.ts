const headingLine = /^ {0,3}#{1,6}(?:[ \t]|$)/;

/** Where the n-th section with a heading (0-based) begins in the source; for moving the cursor there. */
export function headingOffset(markdown: string, index: number): number {
  let offset = 0;
  let seen = -1;
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (marks !== undefined && (fence === null || (marks.startsWith(fence) && line.trim() === marks))) {
      fence = fence === null ? marks : null;
    } else if (fence === null && headingLine.test(line)) seen += 1;
    if (seen === index) return offset;
    offset += line.length + 1;
  }
  return markdown.length;
}
