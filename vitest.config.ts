import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const never = ['**/node_modules/**', 'out/**', '.types/**']

// One project per kind of proof; test/README.md says what each may use.
export default defineConfig({
  test: {
    exclude: never,
    projects: [
      { test: { name: 'shared', include: ['test/shared/**/*.test.ts'], exclude: never } },
      {
        test: {
          name: 'backend',
          include: [
            'test/backend/**/*.test.ts',
            'test/serve/**/*.test.ts',
            'test/cli/**/*.test.ts',
            'test/tooling/**/*.test.ts',
          ],
          exclude: never,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          exclude: never,
          testTimeout: 20_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        resolve: { alias: { electron: resolve(root, 'test/fakes/electron.ts') } },
        test: {
          // electron-store must meet the fake too, so it is transformed rather than loaded by Node.
          server: { deps: { inline: ['electron-store'] } },
          name: 'main',
          include: ['test/main/**/*.test.ts'],
          exclude: never,
          testTimeout: 60_000,
        },
      },
      { test: { name: 'renderer', include: ['test/renderer/**/*.test.{ts,tsx}'], exclude: never } },
      // The real program: skipped where it is not installed. Not aliased to the fake.
      {
        test: {
          name: 'electron',
          include: ['test/electron/**/*.test.ts'],
          exclude: never,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: never,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // What a busy machine shows a second later is still right.
          expect: { poll: { timeout: 15_000 } },
          // After everything else: a browser that shares the processor with a hundred other tests proves nothing.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
