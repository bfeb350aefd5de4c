import type { HighlighterCore, LanguageInput } from 'shiki/core';
import { wakeInTurn } from './wake-in-turn.ts';

/** One coloured stretch of code; the style holds a colour for light and one for dark. */
export interface CodeToken {
  readonly content: string;
  readonly style: Readonly<Record<string, string>>;
}

type Loader = () => Promise<{ readonly default: LanguageInput }>;
const languages: Readonly<Record<string, Loader>> = {
  python: () => import('shiki/dist/langs/python.mjs'),
  typescript: () => import('shiki/dist/langs/typescript.mjs'),
  javascript: () => import('shiki/dist/langs/javascript.mjs'),
  sql: () => import('shiki/dist/langs/sql.mjs'),
  bash: () => import('shiki/dist/langs/bash.mjs'),
  json: () => import('shiki/dist/langs/json.mjs'),
  html: () => import('shiki/dist/langs/html.mjs'),
  css: () => import('shiki/dist/langs/css.mjs'),
  rust: () => import('shiki/dist/langs/rust.mjs'),
  go: () => import('shiki/dist/langs/go.mjs'),
  java: () => import('shiki/dist/langs/java.mjs'),
  c: () => import('shiki/dist/langs/c.mjs'),
  cpp: () => import('shiki/dist/langs/cpp.mjs'),
  yaml: () => import('shiki/dist/langs/yaml.mjs'),
  markdown: () => import('shiki/dist/langs/markdown.mjs'),
  latex: () => import('shiki/dist/langs/latex.mjs'),
};
const aliases: Readonly<Record<string, string>> = {
  ...{
    py: 'python',
    python3: 'python',
    ts: 'typescript',
    tsx: 'typescript',
    js: 'javascript',
    jsx: 'javascript',
  },
  ...{
    sh: 'bash',
    shell: 'bash',
    zsh: 'bash',
    console: 'bash',
    htm: 'html',
    xml: 'html',
    rs: 'rust',
    golang: 'go',
  },
  ...{
    'c++': 'cpp',
    cc: 'cpp',
    h: 'c',
    yml: 'yaml',
    md: 'markdown',
    tex: 'latex',
    jsonc: 'json',
    postgresql: 'sql',
  },
};
/** Longer code stays uncoloured: colouring would hold up the page. */
const codeCharacters = 20_000;

/** The language's own name where it can be coloured. */
export function findLanguage(name: string): string | undefined {
  const lower = name.toLowerCase();
  const known = aliases[lower] ?? lower;
  return Object.hasOwn(languages, known) ? known : undefined;
}

async function createHighlighter(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ]);
  return createHighlighterCore({
    themes: [
      import('shiki/dist/themes/github-light-high-contrast.mjs'),
      import('shiki/dist/themes/github-dark-default.mjs'),
    ],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
}

let core: Promise<HighlighterCore> | undefined;
let ready: HighlighterCore | undefined;
const loaded = new Set<string>();
const asked = new Set<string>();
const listeners = new Set<() => void>();

async function load(language: string): Promise<void> {
  core ??= createHighlighter();
  const highlighter = await core;
  const loader = languages[language];
  if (loader === undefined) return;
  await highlighter.loadLanguage((await loader()).default);
  ready = highlighter;
  loaded.add(language);
  wakeInTurn(listeners);
}

/** Calls back whenever another language can be coloured. */
export function subscribeToLanguages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a language can be coloured now; the first question starts loading it. */
export function isLanguageReady(language: string): boolean {
  if (!asked.has(language)) {
    asked.add(language);
    // A failed load leaves the code uncoloured and may be tried again by the next code block.
    load(language).catch(() => asked.delete(language));
  }
  return loaded.has(language);
}

/** Colours code line by line; undefined where it cannot be. */
export function highlightCode(code: string, language: string): CodeToken[][] | undefined {
  if (ready === undefined || !loaded.has(language) || code.length > codeCharacters) return undefined;
  try {
    const { tokens } = ready.codeToTokens(code, {
      lang: language,
      // Themes whose faintest colour still has 4.5 : 1 against the background of code.
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-default' },
      defaultColor: false,
    });
    return tokens.map((line) => line.map(({ content, htmlStyle }) => ({ content, style: htmlStyle ?? {} })));
  } catch {
    return undefined;
  }
}
