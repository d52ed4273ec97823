import { iso } from '../time'
import type { Actor } from './actor'
import type { DeskEvent, Recorded } from './events'

/** Puts an event on record as the journal's next; `at` is epoch ms. */
export function record<E extends DeskEvent>(seq: number, at: number, by: Actor, event: E): Recorded<E> {
  return { seq, at: iso(at), by, event }
}
