import { readdirSync, readFileSync } from 'node:fs'

/**
 * Memory of a process and all its children (MB): each page divided by how many share it (PSS), as Linux tells.
 * Null elsewhere.
 */
export function memoryOf(pid: number): number | null {
  if (process.platform !== 'linux') return null
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(Number(name)) : null
    if (parent !== null) parents.set(Number(name), parent)
  }
  const family = [...parents.keys()].filter((one) => isFamily(one, pid, parents))
  return family.reduce((sum, one) => sum + pssOf(one), 0) / 1024
}

function isFamily(one: number, elder: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = one; at !== undefined && at > 1; at = parents.get(at))
    if (at === elder) return true
  return false
}

function parentOf(pid: number): number | null {
  const stat = readOr(`/proc/${pid}/stat`)
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  return Number.isFinite(parent) && stat !== '' ? parent : null
}

function pssOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
