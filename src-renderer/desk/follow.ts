import type { Events } from '../../src-preload/contract/events'
import type { Outcome } from '../../src-preload/contract/outcome'
import { ask } from './ask'
import { toastFailure } from './toast-store'

/**
 * Keeps something of the desk up to date: listens first, then fetches, so that nothing falls between.
 * A fetched answer that an event has overtaken is dropped. Answers how to stop.
 */
export function follow<E extends keyof Events>(
  event: E,
  fetch: () => Promise<Outcome<Events[E]>>,
  keep: (value: Events[E]) => void,
): () => void {
  let heard = false
  let stopped = false
  const stop = window.desk.on(event, (value) => {
    heard = true
    keep(value)
  })
  ask(fetch()).then(
    (value) => !heard && !stopped && keep(value),
    (thrown: unknown) => !stopped && toastFailure(thrown),
  )
  return () => {
    stopped = true
    stop()
  }
}
