import { stripVTControlCharacters } from 'node:util'

/** @typedef {import('./steps.mjs').Count} Count */

/**
 * What vitest's report says.
 *
 * @param {VitestReport} report
 * @returns {Count}
 *
 * @typedef {object} VitestReport
 * @property {number} [numPassedTests]
 * @property {number} [numFailedTests]
 * @property {number} [numPendingTests]
 * @property {number} [numTodoTests]
 * @property {{ assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[]} [testResults]
 */
export const vitestCount = ({
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numTodoTests = 0,
  testResults = [],
}) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests + numTodoTests,
  failures: testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => told(fullName, failureMessages?.[0])),
})

/**
 * What Playwright's report says; a journey that passed when it was run again counts as passed and is named.
 *
 * @param {{ stats?: { expected?: number, unexpected?: number, flaky?: number, skipped?: number }, suites?: Suite[] }} report
 * @returns {Count}
 */
export const playwrightCount = ({ stats = {}, suites = [] }) => {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    failures: endedAs('unexpected', suites),
    unsteady: endedAs('flaky', suites),
  }
}

/**
 * @typedef {{ title: string, suites?: Suite[], specs?: Spec[] }} Suite
 * @typedef {{ title: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }} Spec
 *
 * @param {'unexpected' | 'flaky'} end
 * @param {Suite[]} suites
 * @returns {string[]} each journey that ended so, with the first lines of why its first go failed
 */
const endedAs = (end, suites) =>
  suites.flatMap(({ title, suites: inner = [], specs = [] }) =>
    [
      ...specs.flatMap((spec) =>
        spec.tests
          .filter(({ status }) => status === end)
          .map(({ results }) => told(spec.title, results.find(({ error }) => error)?.error?.message)),
      ),
      ...endedAs(end, inner),
    ].map((text) => `${title} › ${text}`),
  )

/**
 * @param {string} name
 * @param {string} [why]
 */
const told = (name, why = '') =>
  [name, ...stripVTControlCharacters(why).trim().split('\n').slice(0, 12)].join('\n    ').trimEnd()
