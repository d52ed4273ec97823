import type { Handlers } from '../../../src-preload/contract/desk'
import { outboxIdOf } from '../../core/outbox/outbox-id'
import { isQueuedBefore } from '../../core/outbox/queue-reply'
import type { Attachments } from '../attachments'
import type { Desk } from '../desk'
import type { Me } from '../me'
import type { Views } from '../views'

/** Commands of `conversation`: reading it, writing into it, taking back. */
export function conversationHandlers(
  desk: Desk,
  me: Me,
  views: Views,
  attachments: Attachments,
  check: (ticketId: string, outboxId: string) => Promise<string | null>,
): Handlers['conversation'] {
  return {
    page: ({ ticketId, before, limit }) => views.timeline(ticketId, limit, before),
    reply: async ({ replyId, attachments: ids, ...reply }) => {
      const outboxId = outboxIdOf(replyId)
      // Asked again after a lost answer: its files are its own already, and nobody else knows them.
      const isAgain = isQueuedBefore(desk.state, reply.ticketId, outboxId)
      const files = isAgain ? [] : attachments.take(ids)
      await desk.ask({ kind: 'queue-reply', outboxId, files, ...reply }, me())
      attachments.forget(ids)
    },
    edit: async (edit) => {
      await desk.ask({ kind: 'edit-reply', ...edit }, me())
    },
    delete: async ({ ticketId, outboxId }) => {
      await desk.ask({ kind: 'delete-reply', ticketId, outboxId }, me())
    },
    note: async ({ ticketId, noteId, text }) => {
      await desk.ask({ kind: 'add-note', ticketId, noteId, text }, me())
    },
    retry: async ({ ticketId, outboxId }) => {
      await desk.ask({ kind: 'retry-reply', ticketId, outboxId }, me())
    },
    check: ({ ticketId, outboxId }) => check(ticketId, outboxId),
    discard: async ({ ticketId, outboxId }) => {
      await desk.ask({ kind: 'discard-reply', ticketId, outboxId }, me())
      return views.draft(ticketId, 'reply')
    },
    seen: async ({ ticketId, position }) => {
      await desk.ask({ kind: 'see-ticket', ticketId, position }, me())
    },
    drafts: ({ ticketId }) => views.drafts(ticketId),
    saveDraft: async ({ attachments: ids, ...draft }) => {
      const files = ids === undefined ? {} : { files: attachments.takeKnown(ids) }
      await desk.ask({ kind: 'save-draft', ...draft, ...files }, me())
      attachments.forget(ids ?? [])
    },
  }
}
