import { EditedText, type SourceEdit } from './source-edits.ts';

/** A text whose formulas are all written with dollar signs, whether it holds any, and what was changed for it. */
export interface MathsText {
  readonly text: string;
  readonly hasMaths: boolean;
  readonly edits: readonly SourceEdit[];
}

const code =
  /(^|\n)([ \t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n[ \t]*\3[`~]*[ \t]*(?=\n|$)|$)|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\4(?!`)/g;
const maths =
  /\\\\(?=[([])|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|\\\$|\$\$([\s\S]+?)\$\$|\$(?=[^\s$])((?:\\.|[^$\\\n])*)\$(?![\d$])|\$/g;
const plainWords = /(?:^|\s)[a-z]{3,}\s+[a-z]{3,}(?:\s|$)/i;

function isProse(formula: string): boolean {
  return !formula.includes('\\') && plainWords.test(formula);
}

function display(source: { whole: string; at: number; formula: string }): string {
  const { whole, at, formula } = source;
  const lineStart = whole.lastIndexOf('\n', at - 1) + 1;
  const before = whole.slice(lineStart, at);
  if (/^[ \t]*\|/.test(before)) return `$${formula.trim().replaceAll('\n', ' ')}$`;
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const body = formula
    .trim()
    .split('\n')
    .map((line) => indent + line.trim())
    .join('\n');
  const lead = before.trim() === '' ? '' : `\n${indent}`;
  return `${lead}$$\n${body}\n${indent}$$\n${indent}`;
}

/** A dollar sign that opens no formula is money. */
function keepMoney(match: string, out: EditedText): void {
  for (const part of match.split(/(?=\$)|(?<=\$)/)) {
    if (part === '$') out.replace(part, '\\$');
    else out.keep(part);
  }
}

/** One stretch without code. `seen` is called for each formula. */
function normaliseStretch(stretch: string, out: EditedText, seen: () => void): void {
  let from = 0;
  for (const match of stretch.matchAll(maths)) {
    const [whole, square, round, dollars, dollar] = match;
    out.keep(stretch.slice(from, match.index));
    from = match.index + whole.length;
    const block = square ?? dollars;
    const inline = round ?? dollar;
    if (block !== undefined && block.trim() !== '') {
      seen();
      out.replace(whole, display({ whole: stretch, at: match.index, formula: block }));
    } else if (
      inline !== undefined &&
      !/\n\s*\n/.test(inline) &&
      !/\s$/.test(dollar ?? '') &&
      !isProse(inline)
    ) {
      seen();
      out.replace(whole, `$${inline.trim()}$`);
    } else if (whole.startsWith('$')) keepMoney(whole, out);
    else out.keep(whole);
  }
  out.keep(stretch.slice(from));
}

/**
 * Writes `\(…\)`, `\[…\]` and one-line `$$…$$` the way the parser reads formulas, and escapes dollar
 * signs that are money. Code stays as it is. A text without formulas comes back unchanged.
 */
export function normaliseMaths(text: string): MathsText {
  let hasMaths = text.includes('```math');
  const same = () => ({ text, hasMaths, edits: [] });
  if (!text.includes('$') && !text.includes('\\(') && !text.includes('\\[')) return same();
  const seen = () => {
    hasMaths = true;
  };
  const out = new EditedText();
  let from = 0;
  for (const match of text.matchAll(code)) {
    normaliseStretch(text.slice(from, match.index), out, seen);
    out.keep(match[0]);
    from = match.index + match[0].length;
  }
  normaliseStretch(text.slice(from), out, seen);
  return hasMaths ? { text: out.text, hasMaths, edits: out.edits } : same();
}
