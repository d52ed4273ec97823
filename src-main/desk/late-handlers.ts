import { commands } from '../../src-preload/contract/commands'
import type { Handlers } from '../../src-preload/contract/desk'

type AtOnce = Pick<Handlers['desk'], 'startup' | 'repair'>
/** The handlers of a desk that runs; how it was found at start is told by others. */
export type RunningHandlers = Omit<Handlers, 'desk'> & { readonly desk: Omit<Handlers['desk'], keyof AtOnce> }
type Loose = Record<string, Record<string, (input: unknown) => unknown>>

/**
 * Handlers that can be registered before the desk runs: each waits for it. So the window opens while the
 * journal is still being read, and asks nothing twice. `desk.startup` and `desk.repair` answer at once.
 */
export function lateHandlers(running: Promise<RunningHandlers>, atOnce: AtOnce): Handlers {
  // Whoever asks is told; that nobody asked yet is no defect.
  running.catch(() => undefined)
  const late: Loose = {}
  for (const [group, members] of Object.entries(commands)) {
    const named: Loose[string] = {}
    for (const name of Object.keys(members)) {
      named[name] = async (input) => ((await running) as unknown as Loose)[group]?.[name]?.(input)
    }
    late[group] = named
  }
  const handlers = late as unknown as Handlers
  return { ...handlers, desk: { ...handlers.desk, ...atOnce } }
}
