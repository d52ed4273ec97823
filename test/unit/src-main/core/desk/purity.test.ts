import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const core = fileURLToPath(new URL('../../../../../src-main/core', import.meta.url))
const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const code = (name: string) =>
  readFileSync(join(core, name), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')

/** What would make the same journal lead to another state elsewhere, or reach outside. */
const forbidden = [
  ...[/\bDate\.now\b/, /\bnew Date\(\s*\)/, /\bDate\(\s*\)/, /\bMath\.random\b/, /\bperformance\b/],
  ...[/\bset(Timeout|Interval|Immediate)\b/, /\bqueueMicrotask\b/, /\bprocess\./, /\bcrypto\b/, /\bfetch\(/],
  ...[/\bconsole\./, /\brequire\(/, /\bimport\(/, /\bglobalThis\b/, /\bBuffer\b/, /\btoLocale\w+\(/],
  ...[/\bDateTimeFormat\b/, /\bgetTimezoneOffset\b/, /\basync\b/, /\bawait\b/],
]

describe('the core', () => {
  it('is there to be looked at', () => {
    expect(files.length).toBeGreaterThan(60)
  })

  it.each(files)('%s reads no clock, no chance and no environment', (name) => {
    for (const pattern of forbidden) expect(code(name)).not.toMatch(pattern)
  })

  it.each(files)('%s imports only the core and the contract', (name) => {
    for (const [, from = ''] of code(name).matchAll(/from '([^']+)'/g))
      expect(from).toMatch(/^(\.{1,2}\/(?!.*src-(?!preload\/contract))|zod$)/)
  })
})
