import { defineConfig } from 'vitest/config';

/** Processes, not threads: native modules (SQLite, argon2) and killed children must not share one process. */
const COMMON = { environment: 'node', pool: 'forks', testTimeout: 10_000, hookTimeout: 20_000 } as const;

// Named here, or Vitest would read a Vite configuration and look for tests in the renderer.
export default defineConfig({
  test: {
    maxWorkers: 2,
    allowOnly: false,
    reporters: ['default', './test/support/vitest-counts.ts'],
    projects: [
      {
        // These keep nothing from file to file: loading every module anew for each took half of their time.
        test: { ...COMMON, name: 'units', include: ['test/{unit,property}/**/*.test.{ts,tsx}'], isolate: false },
      },
      {
        test: { ...COMMON, name: 'stations', include: ['test/{integration,contract,arch}/**/*.test.ts'] },
      },
    ],
  },
});
