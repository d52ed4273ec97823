import { defineConfig } from '@playwright/test'

/**
 * Journeys through the real app; `test/runtime/test.mjs` gives them a desktop and reads the JSON report. A journey that
 * failed is run once more, as a machine may be busy; one that needs it is named.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'out/e2e',
  workers: 1,
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.TOPICDESK_E2E_REPORT ?? 'out/reports/e2e.json' }]],
})
