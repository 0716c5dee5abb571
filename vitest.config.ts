import { defineConfig } from 'vitest/config';

/** How long `expect.poll` waits, in milliseconds: on a machine with much else to do a page may need seconds where it needs none alone. */
const PATIENCE = { poll: { timeout: 60_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 120_000,
          expect: PATIENCE,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/build-once.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          expect: PATIENCE,
          maxWorkers: 2,
        },
      },
    ],
  },
});
