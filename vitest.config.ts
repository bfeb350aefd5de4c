import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const shared = { globals: false, restoreMocks: true };

/** Four kinds of test: pure, screens in a DOM, real PostgreSQL, and whole journeys in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          ...shared,
          name: 'unit',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'seeds/**/*.test.ts',
            'bench/**/*.test.ts',
            'test/architecture/**/*.test.ts',
            'test/support/**/*.test.ts',
          ],
          exclude: ['**/*.db.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          ...shared,
          name: 'web',
          environment: 'jsdom',
          include: ['src/web/**/*.test.tsx'],
          setupFiles: ['test/support/set-up-screens.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'db',
          environment: 'node',
          include: ['src/**/*.db.test.ts', 'test/load/**/*.test.ts', 'examples/**/*.test.ts'],
          globalSetup: ['test/support/database-global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...shared,
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          environment: 'node',
          include: ['test/end-to-end/**/*.test.ts'],
          globalSetup: ['test/support/database-global-setup.ts', 'test/support/browser-global-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          // Journeys wait for pages, servers and limits of time most of their time.
          maxWorkers: 2,
        },
      },
    ],
  },
});
