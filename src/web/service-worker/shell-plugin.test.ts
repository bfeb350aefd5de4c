import { expect, it } from 'vitest';
import { type BuiltChunk, listShellFiles } from './shell-plugin.ts';

function chunk(name: string, part: Partial<BuiltChunk> = {}): readonly [string, BuiltChunk] {
  const fileName = `assets/${name}.js`;
  const usual = {
    type: 'chunk',
    isEntry: false,
    facadeModuleId: null,
    imports: [],
    dynamicImports: [],
    code: '',
  } as const;
  return [fileName, { ...usual, fileName, name, ...part }];
}

it('lists what home and judging need, and leaves grammars, large engines and other screens for later', () => {
  const bundle = Object.fromEntries([
    chunk('index', {
      isEntry: true,
      imports: ['assets/react.js'],
      dynamicImports: ['assets/judge.js', 'assets/export.js', 'assets/de.js'],
      viteMetadata: { importedCss: new Set(['assets/index.css']) },
    }),
    chunk('react'),
    chunk('de', { facadeModuleId: '/src/web/messages/de.json' }),
    chunk('export', { facadeModuleId: '/src/web/features/exports/export-screen.tsx' }),
    chunk('judge', {
      facadeModuleId: '/src/web/features/judging/judge-screen.tsx',
      imports: ['assets/react.js'],
      dynamicImports: ['assets/katex.js', 'assets/python.js', 'assets/pdf.js'],
    }),
    chunk('katex', { dynamicImports: ['assets/judge.js'] }),
    chunk('python', { facadeModuleId: '/node_modules/shiki/dist/langs/python.mjs' }),
    chunk('pdf', { code: 'x'.repeat(300_001) }),
    ['assets/inter-latin-wght-normal-1.woff2', { type: 'asset', fileName: '', source: '' }] as const,
    ['assets/inter-greek-wght-normal-1.woff2', { type: 'asset', fileName: '', source: '' }] as const,
  ]);
  expect(listShellFiles(bundle)).toEqual([
    '/assets/de.js',
    '/assets/index.css',
    '/assets/index.js',
    '/assets/inter-latin-wght-normal-1.woff2',
    '/assets/judge.js',
    '/assets/katex.js',
    '/assets/react.js',
  ]);
});
