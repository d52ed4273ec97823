import { conversationChat } from '../conversation/message'
import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import type { Table } from '../table'
import { ms } from '../time'
import type { OutboxEntry } from './entry'

type OutboxEvent = Extract<DeskEvent, { outboxId: string }>

/** Folds what happened to a reply or a topic task into the outbox. Entries that are gone stay gone. */
export function evolveOutbox(
  { outbox }: DeskState,
  { event, at, seq, by }: Recorded<OutboxEvent>,
): Table<OutboxEntry> {
  switch (event.kind) {
    case 'reply-queued': {
      const { outboxId, ticketId, conversationId, text, entities, files, replyTo, after } = event
      const queuedAt = ms(at)
      const until = ms(event.holdUntil)
      return outbox.set(outboxId, {
        kind: 'reply',
        id: outboxId,
        seq,
        ...{ ticketId, conversationId, text, entities, files, replyTo, after, queuedAt },
        ...place(conversationId),
        ...(by.kind === 'agent' ? { authorId: by.id } : {}),
        state: until > queuedAt ? { kind: 'held', until } : { kind: 'queued' },
      })
    }
    case 'topic-task-queued': {
      const { outboxId, ticketId, conversationId, task } = event
      return outbox.set(outboxId, {
        kind: 'topic-task',
        id: outboxId,
        seq,
        ...{ ticketId, conversationId, task },
        ...place(conversationId),
        queuedAt: ms(at),
        state: { kind: 'queued' },
      })
    }
    case 'reply-attempted':
      return inState(outbox, event.outboxId, { kind: 'attempted', firstAt: ms(at) })
    case 'reply-failed':
      return inState(outbox, event.outboxId, {
        kind: 'failed',
        reason: event.reason,
        uncertain: event.uncertain,
      })
    case 'reply-retried': {
      const state = outbox.get(event.outboxId)?.state
      const mayBeThere = state?.kind === 'failed' && state.uncertain
      return inState(
        outbox,
        event.outboxId,
        mayBeThere ? { kind: 'attempted', firstAt: ms(at) } : { kind: 'queued' },
      )
    }
    case 'reply-sent':
    case 'reply-discarded':
    case 'topic-task-done':
    case 'topic-task-failed':
      return outbox.delete(event.outboxId)
  }
}

function inState(outbox: Table<OutboxEntry>, id: string, state: OutboxEntry['state']): Table<OutboxEntry> {
  const entry = outbox.get(id)
  return entry ? outbox.set(id, { ...entry, state }) : outbox
}

function place(conversationId: string): { readonly chatId: string; readonly topicId: number } {
  const chatId = conversationChat(conversationId)
  return { chatId, topicId: Number(conversationId.slice(chatId.length + 1)) }
}
