import { defineConfig } from 'vitest/config'

// One process for all test files: a process per file costs more than the tests themselves.
export default defineConfig({
  resolve: { conditions: ['vigie-source'] },
  ssr: { resolve: { conditions: ['vigie-source'] } },
  test: {
    include: ['{packages,apps,conformance,bench}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    isolate: false,
    pool: 'threads',
    testTimeout: 60_000,
  },
})
