import type { SourceChunks } from './source-chunks.ts';
import type { SourceChunk } from './source-run.ts';
import type { TreeNode } from './tree.ts';

interface Token {
  readonly type: string;
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
}

/** The part of the Markdown compiler's context that is used here. */
interface Compiler {
  readonly stack: TreeNode[];
  sliceSerialize(token: Token): string;
}

type Handle = (this: Compiler, token: Token) => void;

interface Processor {
  data(): { fromMarkdownExtensions?: unknown[] };
}

const verbatim = ['codeFlowValue', 'codeTextData', 'htmlFlowData', 'htmlTextData'] as const;

function kindOf(type: string): SourceChunk['kind'] {
  return ['data', 'characterEscapeValue'].includes(type) ? 'prose' : 'verbatim';
}

/** Handlers that build the text as the parser's own do, and note where each stretch of it came from. */
function createHandlers(note: (chunk: SourceChunk) => void) {
  const exitData: Handle = function (token) {
    const tail = this.stack.pop();
    if (tail === undefined) return;
    const value = this.sliceSerialize(token);
    tail.value = (tail.value ?? '') + value;
    const position = tail.position as { end: unknown };
    position.end = { ...token.end };
    const isEscaped = token.type === 'characterEscapeValue';
    // The backslash belongs to the sign that it escapes.
    const start = token.start.offset - (isEscaped ? 1 : 0);
    note({ start, end: token.end.offset, value, kind: kindOf(token.type) });
  };
  const lineEnd: Handle = function (token) {
    const { start, end } = token;
    note({ start: start.offset, end: end.offset, value: this.sliceSerialize(token), kind: 'line_end' });
  };
  let before: { readonly start: number; readonly length: number } | undefined;
  // An entity has a marker at either end: what the text grew by in between is what it stands for.
  const entityMarker: Handle = function (token) {
    const value = this.stack.at(-1)?.value ?? '';
    if (before === undefined) {
      before = { start: token.start.offset, length: value.length };
      return;
    }
    note({
      start: before.start,
      end: token.end.offset,
      value: value.slice(before.length),
      kind: 'prose',
    });
    before = undefined;
  };
  const exits = ['data', 'characterEscapeValue', ...verbatim].map((type) => [type, exitData]);
  return {
    enter: { lineEnding: lineEnd, characterReferenceMarker: entityMarker },
    exit: Object.fromEntries(exits),
  };
}

/** A parser plugin that tells, for each stretch of text that it reads, where in the source it stood. */
export function recordSource(this: unknown, chunks: SourceChunks): void {
  const data = (this as Processor).data();
  chunks.clear();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(createHandlers((chunk) => chunks.add(chunk)));
}
