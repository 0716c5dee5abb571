/** What mutation testing runs for each mutant of src/score: its own tests, without the one that takes seconds. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/score/*.test.ts'],
    exclude: ['test/score/coverage-by-simulation.test.ts'],
    // Properties of whole markets on a few markets only: a mutant that breaks one breaks it soon.
    env: { HENGPING_RUNS: '25' },
    testTimeout: 60_000,
  },
});
