import type { Delivery } from '../../../src-preload/contract/conversation'
import type { Link } from '../../../src-preload/contract/status'
import type { DeskState } from '../desk/state'
import { entriesInOrder } from './entries'
import type { OutboxEntry } from './entry'

/** How far a reply that is still in the outbox has come, as the window shows it (interface.md section 4). */
export function deliveryOf(entry: OutboxEntry, state: DeskState, link: Link): Delivery {
  switch (entry.state.kind) {
    case 'failed':
      return { kind: entry.state.uncertain ? 'uncertain' : 'failed', reason: entry.state.reason }
    case 'attempted':
      return { kind: 'sending' }
    case 'held':
      return { kind: 'held', until: entry.state.until }
    case 'queued':
      return queued(entry, state, link)
  }
}

function queued(entry: OutboxEntry, state: DeskState, link: Link): Delivery {
  const first = entriesInOrder(state, entry.conversationId)[0]
  if (first && first.id !== entry.id) return { kind: 'queued', waits: 'above', until: null }
  switch (link.kind) {
    case 'flood-wait':
      return { kind: 'queued', waits: 'pause', until: link.until }
    case 'live':
    case 'catching-up':
      return { kind: 'queued', waits: 'turn', until: null }
    case 'connecting':
    case 'offline':
    case 'signed-out':
      return { kind: 'queued', waits: 'offline', until: null }
  }
}
