/** A text whose formulas are all written with dollar signs, and whether it holds any. */
export interface MathsText {
  readonly text: string;
  readonly hasMaths: boolean;
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

/** One stretch without code. `seen` is called for each formula. */
function normaliseStretch(stretch: string, seen: () => void): string {
  return stretch.replace(maths, (match, square, round, dollars, dollar, at: number) => {
    const block: string | undefined = square ?? dollars;
    if (block !== undefined && block.trim() !== '') {
      seen();
      return display({ whole: stretch, at, formula: block });
    }
    const inline: string | undefined = round ?? dollar;
    if (inline !== undefined && !/\n\s*\n/.test(inline) && !/\s$/.test(dollar ?? '') && !isProse(inline)) {
      seen();
      return `$${inline.trim()}$`;
    }
    // A dollar sign that opens no formula is money.
    return match.startsWith('$') ? `\\$${match.slice(1).replaceAll('$', '\\$')}` : match;
  });
}

/**
 * Writes `\(…\)`, `\[…\]` and one-line `$$…$$` the way the parser reads formulas, and escapes dollar
 * signs that are money. Code stays as it is. A text without formulas comes back unchanged.
 */
export function normaliseMaths(text: string): MathsText {
  if (!text.includes('$') && !text.includes('\\(') && !text.includes('\\[')) {
    return { text, hasMaths: text.includes('```math') };
  }
  let hasMaths = text.includes('```math');
  const seen = () => {
    hasMaths = true;
  };
  let out = '';
  let from = 0;
  for (const match of text.matchAll(code)) {
    out += normaliseStretch(text.slice(from, match.index), seen) + match[0];
    from = match.index + match[0].length;
  }
  out += normaliseStretch(text.slice(from), seen);
  return hasMaths ? { text: out, hasMaths } : { text, hasMaths };
}
