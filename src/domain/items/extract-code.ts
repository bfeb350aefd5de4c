import type { RunLanguage } from '#domain/judging/code-run.ts';

/** A block of code in a response that can be run. */
export interface ExtractedCode {
  readonly language: RunLanguage;
  readonly code: string;
}

const names: Readonly<Record<string, RunLanguage>> = {
  ...{ python: 'python', python3: 'python', py: 'python', py3: 'python' },
  ...{ javascript: 'javascript', js: 'javascript', node: 'javascript', mjs: 'javascript', cjs: 'javascript' },
  ...{ typescript: 'typescript', ts: 'typescript' },
  ...{ sql: 'sql', postgres: 'sql', postgresql: 'sql', psql: 'sql' },
};

interface Fence {
  readonly sign: string;
  readonly indent: number;
  readonly language: string;
}

/**
 * The runnable fenced blocks of a Markdown text, in order. A block that names no language counts as `assumed`, where
 * that is given; a block of another language does not count. A fence that is never closed runs to the end of the text.
 */
export function extractCode(markdown: string, assumed?: RunLanguage): ExtractedCode[] {
  const found: ExtractedCode[] = [];
  let fence: Fence | undefined;
  let lines: string[] = [];
  const close = (open: Fence) => {
    const language = languageOf(open.language, assumed);
    const code = lines.join('\n');
    if (language !== undefined && code.trim() !== '') found.push({ language, code: `${code.trimEnd()}\n` });
    lines = [];
  };
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    if (fence === undefined) {
      fence = openingFence(line);
    } else if (isClosing(line, fence.sign)) {
      close(fence);
      fence = undefined;
    } else {
      lines.push(withoutIndent(line, fence.indent));
    }
  }
  if (fence !== undefined) close(fence);
  return found;
}

function openingFence(line: string): Fence | undefined {
  // Deeper indents than Markdown's three spaces are allowed: a block inside of a list is indented with it.
  const match = /^(?<indent>[ \t]*)(?:[-*+]\s+|\d+[.)]\s+)?(?<sign>`{3,}|~{3,})[ \t]*(?<info>[^`]*)$/.exec(
    line,
  );
  if (match?.groups === undefined) return undefined;
  const { indent = '', sign = '', info = '' } = match.groups;
  const language = /^[{.]*(?<name>[A-Za-z0-9_+#-]*)/.exec(info)?.groups?.name ?? '';
  return { sign, indent: indent.length, language };
}

function isClosing(line: string, sign: string): boolean {
  const text = line.trim();
  return text.length >= sign.length && text === sign.charAt(0).repeat(text.length);
}

function withoutIndent(line: string, indent: number): string {
  let from = 0;
  while (from < indent && (line[from] === ' ' || line[from] === '\t')) from += 1;
  return line.slice(from);
}

function languageOf(name: string, assumed: RunLanguage | undefined): RunLanguage | undefined {
  if (name === '') return assumed;
  const lower = name.toLowerCase();
  return Object.hasOwn(names, lower) ? names[lower] : undefined;
}
