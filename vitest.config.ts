import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // All cores: most files wait for a disk or a browser now and then.
    maxWorkers: '100%',
    // The house has no module state, so files can share their modules; loading them 113 times took a third of the time.
    isolate: false,
  },
});
