import type { ClockStory } from '../../src-preload/contract/clock'
import type { TicketView } from '../../src-preload/contract/ticket'
import { spanWords } from '../../src-renderer/ui/span-words'

/** A made-up but coherent story for each clock with a promise: it ran, stood while the customer had the ball, ran. */
export function clockStories(ticket: TicketView): readonly ClockStory[] {
  return ticket.clocks.flatMap((view): ClockStory[] => {
    if (view.kind === 'none') return []
    const { startedAt, targetMs } = view
    const { name } = ticket.customer
    const part = targetMs / 8
    const promise = `${ticket.priority}: ${view.clock.replace('-', ' ')} in ${spanWords(targetMs)}`
    return [
      {
        view,
        policy: promise.charAt(0).toUpperCase() + promise.slice(1),
        segments: [
          { runs: true, from: startedAt, to: startedAt + 2 * part, cause: `${name} wrote, clock started` },
          {
            runs: false,
            from: startedAt + 2 * part,
            to: startedAt + 3 * part,
            cause: `Waiting for ${name}`,
          },
          {
            runs: view.kind !== 'paused',
            from: startedAt + 3 * part,
            to: null,
            cause: view.kind === 'paused' ? 'On hold' : `${name} answered`,
          },
        ],
      },
    ]
  })
}
