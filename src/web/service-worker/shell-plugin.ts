import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import type { Shell } from './shell-cache.ts';

/** The part of the build's output that is looked at. */
export interface BuiltChunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly name: string;
  readonly isEntry: boolean;
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly code: string;
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } | undefined;
}
export interface BuiltAsset {
  readonly type: 'asset';
  readonly fileName: string;
  readonly source: string | Uint8Array;
}
export type Bundle = Readonly<Record<string, BuiltChunk | BuiltAsset>>;

/** Screens, and their words in other languages, that must open without a network; the rest is kept once it was visited. */
const screens = /\/(home-screen|judge-screen)\.tsx$|\/messages\/[a-z-]+\.json$/;
/** Kept only once they are used: one grammar for each programming language. */
const grammars = /\/shiki\/dist\/langs\//;
/** Whole programming languages and viewers are larger than this; they too are kept once they are used. */
const mostCharacters = 300_000;
const latinFont = /-latin-(wght|standard)-(normal|italic)-[\w-]+\.woff2$/;

/** Every file that home and judging need, beginning at the app's entry. */
export function listShellFiles(bundle: Bundle): string[] {
  const found = new Set<string>();
  const chunkOf = (name: string) => {
    const file = Object.hasOwn(bundle, name) ? bundle[name] : undefined;
    return file?.type === 'chunk' ? file : undefined;
  };
  const visit = (name: string, isShown: boolean) => {
    const chunk = chunkOf(name);
    if (chunk === undefined || found.has(name)) return;
    found.add(name);
    for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css);
    for (const next of chunk.imports) visit(next, isShown);
    for (const next of chunk.dynamicImports) {
      const file = chunkOf(next);
      const id = file?.facadeModuleId ?? '';
      const isWanted = isShown && !grammars.test(id) && (file?.code.length ?? 0) <= mostCharacters;
      if (isWanted || screens.test(id)) visit(next, true);
    }
  };
  const entry = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.isEntry && file.name === 'index',
  );
  if (entry !== undefined) visit(entry.fileName, false);
  const fonts = Object.keys(bundle).filter((name) => latinFont.test(name));
  return [...found, ...fonts].map((name) => `/${name}`).sort();
}

function hashOf(bundle: Bundle, files: readonly string[]): string {
  const hash = createHash('sha256').update(files.join('\n'));
  const page = Object.hasOwn(bundle, 'index.html') ? bundle['index.html'] : undefined;
  if (page?.type === 'asset') hash.update(page.source);
  return hash.digest('hex').slice(0, 16);
}

/** Tells the service worker which files of this very build the app starts from. */
export function shellPlugin(bootFiles: readonly string[]): Plugin {
  return {
    name: 'plumbline-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const built = bundle as unknown as Bundle;
      const files = ['/', ...bootFiles, ...listShellFiles(built)];
      const shell: Shell = { version: hashOf(built, files), files };
      const worker = Object.values(bundle).find((file) => file.fileName === 'service-worker.js');
      if (worker?.type !== 'chunk') return this.error('The service worker was not built.');
      if (!worker.code.includes('PLUMBLINE_SHELL'))
        return this.error('The service worker takes no list of files.');
      worker.code = worker.code.replace('PLUMBLINE_SHELL', () => JSON.stringify(shell));
    },
  };
}
