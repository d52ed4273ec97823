import { create } from 'zustand'
import type { QueueCounts } from '../../src-preload/contract/queue'
import { ask } from './ask'
import { toastFailure } from './toast-store'

/** The queue's counts, for the rail and the tabs; null until the desk has said so. */
export const useCounts = create<{ readonly counts: QueueCounts | null }>(() => ({ counts: null }))

/** Listens, then fetches. Answers how to stop. */
export function followCounts(): () => void {
  let revision = -1
  const keep = (next: { readonly revision: number; readonly counts: QueueCounts }) => {
    if (next.revision < revision) return
    revision = next.revision
    useCounts.setState({ counts: next.counts })
  }
  const stop = window.desk.on('queue-changed', keep)
  ask(window.desk.queue.page({ view: 'all', from: 0, count: 1 })).then(keep, toastFailure)
  return stop
}
