import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { out } from '../runtime/paths.mjs'
import type { Fault } from './compare'
import type { Outcome } from './quiet'
import { isAllOfIt, seed } from './sizes'
import type { Step } from './steps'

/** What one part of the fire came to. */
export interface Part {
  readonly seed: number
  /** Steps and faults by kind. */
  readonly steps: Readonly<Record<string, number>>
  readonly compared: number
  readonly lost: number
  readonly doubled: number
  readonly outOfOrder: number
  readonly wrong: number
  readonly uncertain: number
  readonly more?: Readonly<Record<string, number>>
}

/** Sums up a part for the report. */
export function partOf(
  steps: readonly Step[],
  { compared, faults, uncertain }: Outcome,
  more?: Part['more'],
): Part {
  const count = (kind: Fault['kind']) => faults.filter((fault) => fault.kind === kind).length
  const kinds: Record<string, number> = {}
  for (const { kind } of steps) kinds[kind] = (kinds[kind] ?? 0) + 1
  return {
    ...{ seed, steps: kinds, compared, uncertain },
    ...{ lost: count('lost'), doubled: count('doubled'), outOfOrder: count('out of order') },
    wrong: count('wrong'),
    ...(more === undefined ? {} : { more }),
  }
}

/** Writes a part into out/fire/report.json beside the others of this size, and says it. */
export function report(name: string, part: Part): void {
  mkdirSync(out('fire'), { recursive: true })
  const file = out('fire', isAllOfIt ? 'report.json' : 'report-in-build.json')
  writeFileSync(file, `${JSON.stringify({ ...read(file), [name]: part }, null, 2)}\n`)
  process.stdout.write(`${name}: ${JSON.stringify(part)}\n`)
}

function read(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}
