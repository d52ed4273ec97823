import type { DeskEvent } from '../../../src-main/core/desk/events'
import { created, draft, mark, received } from '../../conformance/small-desk'

/** How many events belong to the append that follows event `seq`. */
export function appendSize(seq: number): number {
  return 1 + (seq % 3)
}

/** The event numbered `seq` of a history that is the same in every process. */
export function eventAt(seq: number): DeskEvent {
  const topic = 1 + (seq % 5)
  switch (seq % 4) {
    case 0:
      return mark('pts', String(seq))
    case 1:
      return received(topic, seq, `message ${seq} ${'.'.repeat((seq * 7919) % 1500)}`)
    case 2:
      return draft(topic, `draft ${seq}`)
    default:
      return created(seq)
  }
}

/** The events of the append that follows event `seq`. */
export function nextAppend(seq: number): DeskEvent[] {
  return Array.from({ length: appendSize(seq) }, (_, at) => eventAt(seq + 1 + at))
}
