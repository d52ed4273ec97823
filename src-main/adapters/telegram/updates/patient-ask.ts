import { askedPauseMs } from '../errors'
import type { Ask } from '../link/ask'
import type { Rest } from '../link/rest'
import { Stopped } from './keeper'

/** Asks, and asks again after every pause that Telegram asks for. For reading: nobody waits for it. */
export function patiently(
  ask: Ask,
  rest: Rest,
  host: { pauseAsked(pauseMs: number): void; isStopped(): boolean },
): Ask {
  return async (request, options) => {
    for (;;) {
      try {
        return await ask(request, options)
      } catch (error) {
        const pause = askedPauseMs(error)
        if (pause === null) throw error
        host.pauseAsked(pause)
        await rest.for(pause)
        if (host.isStopped()) throw new Stopped()
      }
    }
  }
}
