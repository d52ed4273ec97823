import type { KnownReplies } from '../core/desk/known-overlay'
import type { Journal } from '../core/ports'

/** How far back the text of a reply is looked for whose number is in flight: it was queued just before. */
const furthest = 200

/** What the journal knows of messages, and of replies it does not know the number of yet. */
export function journalMessages(journal: Pick<Journal, 'find' | 'latest' | 'read'>): KnownReplies {
  return {
    find: (chatId, number) => journal.find(chatId, number),
    latest: (chatId, number) => journal.latest(chatId, number),
    queued: (conversationId, outboxId) => {
      for (const { event, seq } of journal.read(conversationId, { limit: furthest }))
        if (event.kind === 'reply-queued' && event.outboxId === outboxId)
          return { text: event.text, entities: event.entities, position: seq }
      return null
    },
  }
}
