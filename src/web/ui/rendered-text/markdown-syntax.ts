import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';

/** What the parser of react-markdown looks at for syntax beyond plain Markdown. */
interface ParserData {
  micromarkExtensions?: unknown[];
  fromMarkdownExtensions?: unknown[];
}

interface Parsing {
  data(): object;
}

function add(parsing: Parsing, syntax: unknown, meaning: unknown): void {
  const data = parsing.data() as ParserData;
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), meaning];
}

// remark-gfm and remark-math would bring the writing of Markdown along, which nothing here needs.

/** Tables, struck-out text, task lists, footnotes and bare addresses. */
export function readGithubSyntax(this: Parsing): void {
  add(this, gfm(), gfmFromMarkdown());
}

/** Formulas between dollar signs. */
export function readMathsSyntax(this: Parsing): void {
  add(this, math(), mathFromMarkdown());
}
