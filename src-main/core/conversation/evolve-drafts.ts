import type { Draft } from '../../../src-preload/contract/conversation'
import type { Recorded } from '../desk/events'
import type { Table } from '../table'
import { ms } from '../time'

/** Where a draft lives in the state. */
export function draftKey(ticketId: string, mode: Draft['mode']): string {
  return `${ticketId}/${mode}`
}

/** Folds an event into the drafts: what was said is no draft any more, in the same breath. */
export function evolveDrafts(drafts: Table<Draft>, { event, at }: Recorded): Table<Draft> {
  switch (event.kind) {
    case 'draft-saved': {
      const { ticketId, mode, text, replyTo } = event
      const key = draftKey(ticketId, mode)
      if (text === '') return drafts.delete(key)
      return drafts.set(key, { ticketId, mode, text, replyTo, savedAt: ms(at) })
    }
    case 'reply-queued':
      return drafts.delete(draftKey(event.ticketId, 'reply'))
    case 'note-added':
      return drafts.delete(draftKey(event.ticketId, 'note'))
    default:
      return drafts
  }
}
