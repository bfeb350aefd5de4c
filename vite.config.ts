import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { shellPlugin } from './src/web/service-worker/shell-plugin.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the web app into dist/web; in development the API comes from a server on port 4600. */
export default defineConfig({
  root: at('./src/web'),
  // One typesetter: formulas made by another release than the style sheet lose the sizes of their exponents.
  resolve: { dedupe: ['katex'] },
  plugins: [react(), shellPlugin(['/theme-boot.js', '/no-eval.js', '/mark.svg'])],
  build: {
    outDir: at('./dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows scripts only from files.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The grammar of C++ alone is 800 kB; it is loaded only with the first code block that needs it.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: {
        index: at('./src/web/index.html'),
        'service-worker': at('./src/web/service-worker/service-worker.ts'),
      },
      output: {
        // What every page needs, in one file that stays the same from build to build.
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|zod|intl-messageformat|@formatjs)\//,
            },
            // Following what happens in a project comes with the pages that show it.
            {
              name: 'session',
              test: /src\/(web\/(session(?!\/(use-project-events|follow-events)\.)|messages)|client)\/.*\.tsx?$/,
            },
          ],
        },
        // The browser finds a newer worker only under the same address.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: {
    port: 4601,
    proxy: { '^/api/(v1|openapi)': { target: 'http://localhost:4600', changeOrigin: false } },
  },
});
