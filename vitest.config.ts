import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const room = (name: string, testTimeout: number, ...others: readonly string[]) => ({
  extends: true as const,
  test: {
    name,
    include: [name, ...others].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
    testTimeout,
    hookTimeout: testTimeout,
  },
})

/** One project per room of tests; `npx vitest run --project unit` runs one of them. */
export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    restoreMocks: true,
    setupFiles: ['test/unit/fixed-seed.ts'],
    projects: [room('unit', 5_000), room('conformance', 20_000), room('integration', 60_000, 'fire')],
  },
})
