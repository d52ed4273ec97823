import { expect, test } from 'vitest'
import { playwrightCount, vitestCount } from '../../runtime/reports.mjs'

test('what failed in vitest is named with why', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'the desk opens', failureMessages: [] },
    {
      status: 'failed',
      fullName: 'the desk closes',
      failureMessages: ['\u001b[31mError: it stayed open\u001b[0m'],
    },
  ]
  expect(vitestCount({ numPassedTests: 1, numFailedTests: 1, testResults: [{ assertionResults }] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    failures: ['the desk closes\n    Error: it stayed open'],
  })
})

test('a journey that passed only when it was run again counts as passed, and is named', () => {
  const spec = (title: string, status: string, message: string) => ({
    title,
    tests: [{ status, results: [{ error: { message } }, {}] }],
  })
  const inner = {
    title: 'signing in',
    specs: [spec('by phone', 'flaky', 'too slow'), spec('by QR', 'unexpected', 'no')],
  }
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }
  expect(playwrightCount({ stats, suites: [{ title: 'sign-in.test.ts', suites: [inner] }] })).toEqual({
    passed: 4,
    failed: 1,
    skipped: 0,
    failures: ['sign-in.test.ts › signing in › by QR\n    no'],
    unsteady: ['sign-in.test.ts › signing in › by phone\n    too slow'],
  })
})

test('a report that is not there counts nothing', () => {
  expect(playwrightCount({}).passed + vitestCount({}).passed).toBe(0)
})
