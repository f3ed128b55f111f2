import { defineConfig } from 'vitest/config'

// What comes about by itself soon comes about; a machine at work on other things takes longer.
const expect = { poll: { timeout: 5_000 } }
const pages = ['{src,channels}/**/*page.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,channels}/**/*.test.ts'],
          exclude: pages,
          testTimeout: 15_000,
          expect,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts', ...pages],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect,
          // One thing at a time: browsers and servers measure their own patience.
          fileParallelism: false,
          globalSetup: 'tests/kit/learn-once.ts',
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
