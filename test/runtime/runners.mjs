import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { out, root } from './paths.mjs'
import { playwrightCount, vitestCount } from './reports.mjs'

/** @typedef {import('./steps.mjs').Step} Step */

/** @param {string} path inside node_modules */
export const tool = (path) => join(root, 'node_modules', path)

/**
 * A room of tests that run in Node.
 *
 * @param {'unit' | 'conformance' | 'integration'} room
 * @returns {Step}
 */
export const vitest = (room) => vitestOf(room, ['--project', room])

/**
 * Some of the tests that run in Node.
 *
 * @param {string} name
 * @param {string[]} which as vitest takes it
 * @returns {Step}
 */
export const vitestOf = (name, which) => {
  const report = freshReport(name)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    name,
    argv: [tool('vitest/vitest.mjs'), 'run', ...which, ...reporters],
    count: () => vitestCount(read(report)),
  }
}

/**
 * The journeys through the running app.
 *
 * @returns {Step}
 */
export const playwright = () => playwrightOf('end to end', [])

/**
 * Some of the journeys.
 *
 * @param {string} name
 * @param {string[]} which parts of their files' names; empty for all
 * @returns {Step}
 */
export const playwrightOf = (name, which) => {
  const report = freshReport('e2e')
  return {
    name,
    argv: [tool('@playwright/test/cli.js'), 'test', ...which],
    count: () => playwrightCount(read(report)),
  }
}

/**
 * Where a runner leaves its count; removed first, so that an old one is never taken for new.
 *
 * @param {string} name
 */
const freshReport = (name) => {
  mkdirSync(out('reports'), { recursive: true })
  const report = out('reports', `${name}.json`)
  rmSync(report, { force: true })
  return report
}

/** @param {string} report */
const read = (report) => {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return {}
  }
}
