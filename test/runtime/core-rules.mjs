import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

/**
 * Names the rules that events are folded by: a checkpoint made by another core is not trusted but folded anew.
 *
 * @param {string} [core] its folder; a bundle that holds this file has to say it, because it stands elsewhere
 * @returns {string} a hash of every file of src-main/core
 */
export const coreRules = (core = join(root, 'src-main/core')) => {
  const hash = createHash('sha256')
  const files = readdirSync(core, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
    .sort()
  for (const name of files) hash.update(readFileSync(join(core, name)))
  return hash.digest('hex').slice(0, 16)
}
