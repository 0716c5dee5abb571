/** What mutation testing runs for each mutant of src/score: its own tests, without those that take seconds. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/score/*.test.ts', 'test/oracles/*.test.ts'],
    exclude: ['test/score/properties.test.ts', 'test/score/coverage-by-simulation.test.ts'],
    testTimeout: 20_000,
  },
});
