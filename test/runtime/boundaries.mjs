import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { root } from './paths.mjs'

/** Fewer modules than this means that the check looks past the code, not that the code obeys. */
const floor = 20

/** @returns {Promise<string[]>} a line for each import that the table of rooms does not allow */
export const boundaryViolations = async () => {
  process.chdir(root)
  const options = await extractConfig('./.dependency-cruiser.cjs')
  const folders = readdirSync('.').filter((name) => name.startsWith('src-'))
  const { output } = await cruise(folders, options, {}, { tsConfig: extractTsConfig('./tsconfig.json') })
  if (typeof output === 'string') throw new Error(output)
  const { summary, modules } = output
  const own = modules.filter(({ source }) => source.startsWith('src-')).length
  const why = new Map(options.ruleSet?.forbidden?.map(({ name, comment }) => [name, comment]))
  const lines = summary.violations.map(
    ({ from, to, rule }) => `${from} may not import ${to}: ${why.get(rule.name)}`,
  )
  if (own < floor)
    lines.push(`Only ${own} modules were seen, expected at least ${floor}: is the check looking at the code?`)
  return lines
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = await boundaryViolations()
  for (const line of lines) console.error(line)
  if (lines.length > 0) {
    console.error('\nWhy, and where it should go instead: "Who may import whom" in README.md.')
    process.exit(1)
  }
}
