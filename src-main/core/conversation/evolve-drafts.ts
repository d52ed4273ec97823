import type { Draft } from '../../../src-preload/contract/conversation'
import type { Recorded } from '../desk/events'
import type { Table } from '../table'
import { ms } from '../time'
import type { KeptDraft } from './kept-draft'

/** Where a draft lives in the state. */
export function draftKey(ticketId: string, mode: Draft['mode']): string {
  return `${ticketId}/${mode}`
}

/**
 * Folds an event into the drafts: what was said at the desk is no draft any more, in the same breath. What the desk says
 * by itself, or a colleague in the staff group, was never one.
 */
export function evolveDrafts(drafts: Table<KeptDraft>, { event, at }: Recorded): Table<KeptDraft> {
  switch (event.kind) {
    case 'draft-saved': {
      const { ticketId, mode, text, replyTo, files } = event
      const key = draftKey(ticketId, mode)
      if (text === '' && files === undefined) return drafts.delete(key)
      const kept = { ticketId, mode, text, replyTo, savedAt: ms(at) }
      return drafts.set(key, files === undefined ? kept : { ...kept, files })
    }
    case 'reply-queued':
      if (event.purpose !== undefined || event.origin !== undefined) return drafts
      return drafts.delete(draftKey(event.ticketId, 'reply'))
    case 'note-added':
      return event.isFromTopic ? drafts : drafts.delete(draftKey(event.ticketId, 'note'))
    default:
      return drafts
  }
}
