import { mkdirSync, writeFileSync } from 'node:fs'
import { out } from '../runtime/paths.mjs'
import { appBench } from './app-bench'
import { coreBench } from './core-bench'
import { linkBench } from './link-bench'
import { type BenchRow, storeBench } from './store-bench'

/** Figures of ecosystem.md part 3, printed as a table and written to out/bench.json. Goals are shown, never asserted. */
const rows: BenchRow[] = []
const parts = { core: coreBench, store: storeBench, link: linkBench, app: appBench }
const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const measured = await bench()
  rows.push(...measured)
  for (const row of measured) process.stdout.write(`${line(row)}\n`)
}
mkdirSync(out(), { recursive: true })
writeFileSync(out('bench.json'), `${JSON.stringify(rows, null, 2)}\n`)
process.exit(0)

function line({ name, value, unit, goal, n }: BenchRow): string {
  const figure = `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`
  const isBetterMore = unit === 'msg/s'
  const isMet = goal !== null && (isBetterMore ? value >= goal : value <= goal)
  const verdict = goal === null ? '' : `goal ${goal} ${unit} ${isMet ? 'met' : 'missed'}`
  return `${name.padEnd(52)} ${figure.padStart(14)}  n ${String(n).padEnd(7)} ${verdict}`
}
