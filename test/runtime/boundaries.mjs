import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { root } from './paths.mjs'

/** Fewer modules than this means that the check looks past the code, not that the code obeys. */
const floor = 300

/**
 * @param {string} [folder] that the rooms are in
 * @returns {Promise<{ violations: string[], seen: number }>} a line for each import that the table does not allow
 */
export const checkBoundaries = async (folder = root) => {
  const options = await extractConfig(join(root, '.dependency-cruiser.cjs'))
  const tsConfig = extractTsConfig(join(root, 'tsconfig.json'))
  const rooms = readdirSync(folder).filter((name) => name.startsWith('src-'))
  const { output } = await cruise(rooms, { ...options, baseDir: folder }, {}, { tsConfig })
  if (typeof output === 'string') throw new Error(output)
  const { summary, modules } = output
  const why = new Map(options.ruleSet?.forbidden?.map(({ name, comment }) => [name, comment]))
  const violations = summary.violations.map(
    ({ from, to, rule }) => `${from} may not import ${to}: ${why.get(rule.name)}`,
  )
  return { violations, seen: modules.filter(({ source }) => source.startsWith('src-')).length }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { violations, seen } = await checkBoundaries()
  if (seen < floor)
    violations.push(`Only ${seen} modules were seen, at least ${floor} exist: the check looks past the code.`)
  for (const line of violations) console.error(line)
  if (violations.length > 0) {
    console.error('\nWhy, and where it should go instead: "Who may import whom" in README.md.')
    process.exit(1)
  }
}
