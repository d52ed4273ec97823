import { create } from 'zustand'
import type { Desk } from '../../src-preload/contract/desk'

const lastsMs = 6000

/** Which customers are writing: their name by ticket. A name goes after six seconds without a new word of it. */
export function createTyping(desk: () => Pick<Desk, 'on'>) {
  const use = create<{ readonly names: ReadonlyMap<string, string> }>(() => ({ names: new Map() }))
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  let isListening = false

  function end(ticketId: string) {
    clearTimeout(timers.get(ticketId))
    timers.delete(ticketId)
    const names = new Map(use.getState().names)
    if (names.delete(ticketId)) use.setState({ names })
  }

  /** Starts listening; more than once is harmless. */
  function listen() {
    if (isListening) return
    isListening = true
    desk().on('typing', ({ ticketId, name }) => {
      clearTimeout(timers.get(ticketId))
      timers.set(
        ticketId,
        setTimeout(() => end(ticketId), lastsMs),
      )
      if (use.getState().names.get(ticketId) !== name)
        use.setState({ names: new Map(use.getState().names).set(ticketId, name) })
    })
    desk().on('timeline-changed', ({ ticketId, items }) => {
      if (items.some((item) => item.kind === 'message' && item.side === 'customer')) end(ticketId)
    })
  }

  return { use, listen }
}

export const typing = createTyping(() => window.desk)
