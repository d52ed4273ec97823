import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { errorCode } from './disk'

/**
 * When a process began, as a text that no later process with the same number shares; null where the system
 * does not tell (all but Linux). Numbers are given again after a restart, and quickly so in containers.
 */
export function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The second field is the program's name in brackets and may contain spaces and brackets itself.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? null : `${boot}/${ticks}`
  } catch {
    return null
  }
}

/** When this computer was started, epoch ms; differs by what its clock was set since. */
export function bootedAt(): number {
  return Date.now() - uptime() * 1000
}

/** Whether a process with this number runs now. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
