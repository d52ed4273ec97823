import { join, resolve } from 'node:path'

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..')

/** What is fetched once and kept; inside node_modules, so it is never in git and goes with it. */
export const cache = join(root, 'node_modules/.cache/topicdesk')

/** @param {string[]} parts */
export const out = (...parts) => join(root, 'out', ...parts)
