import type { Delivery } from '../../../src-preload/contract/conversation'
import type { Link } from '../../../src-preload/contract/status'
import type { DeskState } from '../desk/state'
import { firstInLine } from './entries'
import type { OutboxEntry } from './entry'

/** What keeps replies from going out: the link of a chat's account, and until when (epoch ms) Telegram wants a pause in it. */
export interface Hindrance {
  /** Signed out if the account of the chat is. */
  linkOf(chatId: string): Link
  pausedUntil(chatId: string): number | null
}

type Queued = Extract<Delivery, { kind: 'queued' }>

/** How far a reply that is still in the outbox has come, as the window shows it (interface.md section 4). */
export function deliveryOf(entry: OutboxEntry, state: DeskState, hindrance: Hindrance): Delivery {
  switch (entry.state.kind) {
    case 'failed': {
      const { reason, uncertain, isStale } = entry.state
      if (uncertain) return { kind: 'uncertain', reason }
      return { kind: 'failed', reason, ...(isStale ? { isStale } : {}) }
    }
    case 'held':
      return { kind: 'held', until: entry.state.until, waits: queued(entry, state, hindrance).waits }
    case 'attempted':
      return hindered(entry, hindrance) ?? { kind: 'sending' }
    case 'queued':
      return queued(entry, state, hindrance)
  }
}

function queued(entry: OutboxEntry, state: DeskState, hindrance: Hindrance): Queued {
  const first = firstInLine(state, entry.conversationId)
  if (first && first.id !== entry.id) return { kind: 'queued', waits: 'above', until: null }
  return hindered(entry, hindrance) ?? { kind: 'queued', waits: 'turn', until: null }
}

function hindered({ chatId }: OutboxEntry, { linkOf, pausedUntil }: Hindrance): Queued | null {
  const link = linkOf(chatId)
  switch (link.kind) {
    case 'flood-wait':
      return { kind: 'queued', waits: 'pause', until: link.until }
    case 'connecting':
    case 'offline':
      return { kind: 'queued', waits: 'offline', until: null }
    case 'signed-out':
      return { kind: 'queued', waits: 'sign-in', until: null }
    case 'not-in-group':
      if (link.groups.some(({ id }) => id === chatId))
        return { kind: 'queued', waits: 'offline', until: null }
      return pausedIn(chatId, pausedUntil)
    case 'live':
    case 'catching-up':
      return pausedIn(chatId, pausedUntil)
  }
}

function pausedIn(chatId: string, pausedUntil: Hindrance['pausedUntil']): Queued | null {
  const until = pausedUntil(chatId)
  return until === null ? null : { kind: 'queued', waits: 'pause', until }
}
