import { defineConfig } from 'vitest/config';

// Named here, or Vitest would read a Vite configuration and look for tests in the renderer.
export default defineConfig({
  test: {
    include: ['test/{unit,property,integration,contract,arch}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Processes, not threads: native modules (SQLite, argon2) and killed children must not share one process.
    pool: 'forks',
    maxWorkers: 2,
    // Tests keep nothing from file to file: loading every module anew for each took a third of their time.
    isolate: false,
    testTimeout: 10_000,
    hookTimeout: 20_000,
    allowOnly: false,
    reporters: ['default', './test/support/vitest-counts.ts'],
  },
});
