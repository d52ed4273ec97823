import type { Conversation } from '../conversation/conversation'
import { conversationChat, noTopic, topicIn } from '../conversation/message'
import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import type { Table } from '../table'
import { ms } from '../time'
import { changeOf } from './changes'
import { entriesInOrder } from './entries'
import type { OutboxEntry } from './entry'

type OutboxEvent = Extract<DeskEvent, { outboxId: string }>

/** Folds what happened to a reply or a topic task into the outbox. Entries that are gone stay gone. */
export function evolveOutbox(
  { outbox, waiting, conversations }: DeskState,
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
        ...place(conversationId, conversations, false),
        ...(by.kind === 'agent' ? { authorId: by.id } : {}),
        ...given(event),
        state: until > queuedAt ? { kind: 'held', until } : { kind: 'queued' },
      })
    }
    case 'topic-task-queued': {
      const { outboxId, ticketId, conversationId, task, isMirror = false, holdUntil } = event
      return outbox.set(outboxId, {
        kind: 'topic-task',
        id: outboxId,
        seq,
        ...{ ticketId, conversationId, task },
        ...place(conversationId, conversations, isMirror),
        queuedAt: ms(at),
        state: holdUntil === undefined ? { kind: 'queued' } : { kind: 'held', until: ms(holdUntil) },
      })
    }
    case 'reply-extended': {
      const entry = outbox.get(event.outboxId)
      if (entry?.kind !== 'reply') return outbox
      return outbox.set(entry.id, { ...entry, media: [...entry.media, ...event.media] })
    }
    case 'topic-task-extended': {
      const entry = outbox.get(event.outboxId)
      if (entry?.kind !== 'topic-task' || typeof entry.task === 'string' || entry.task.kind !== 'copy')
        return outbox
      const task = { ...entry.task, media: [...entry.task.media, ...event.media] }
      return outbox.set(entry.id, { ...entry, task })
    }
    case 'reply-attempted':
      return inState(outbox, event.outboxId, { kind: 'attempted', firstAt: ms(at) })
    case 'reply-failed':
      return inState(outbox, event.outboxId, {
        kind: 'failed',
        reason: event.reason,
        uncertain: event.uncertain,
        ...(event.isStale ? { isStale: true } : {}),
      })
    case 'reply-retried': {
      const entry = outbox.get(event.outboxId)
      if (!entry) return outbox
      const mayBeThere = entry.state.kind === 'failed' && entry.state.uncertain
      const state = mayBeThere
        ? ({ kind: 'attempted', firstAt: ms(at) } as const)
        : ({ kind: 'queued' } as const)
      if (entry.kind !== 'reply') return outbox.set(entry.id, { ...entry, state })
      const { overtakenAt: _, ...read } = entry
      return outbox.set(entry.id, { ...read, state, againSeq: seq })
    }
    case 'topic-task-done':
      return madeAnew(outbox.get(event.outboxId), { outbox: outbox.delete(event.outboxId), waiting }, event)
    case 'topic-task-failed':
      return event.isUnquoted
        ? unquoted(outbox, event.outboxId)
        : withoutRefused(outbox.get(event.outboxId), { outbox: outbox.delete(event.outboxId), waiting })
    case 'reply-sent':
    case 'reply-discarded':
      return outbox.delete(event.outboxId)
  }
}

function inState(outbox: Table<OutboxEntry>, id: string, state: OutboxEntry['state']): Table<OutboxEntry> {
  const entry = outbox.get(id)
  return entry ? outbox.set(id, { ...entry, state }) : outbox
}

function unquoted(outbox: Table<OutboxEntry>, id: string): Table<OutboxEntry> {
  const entry = outbox.get(id)
  if (entry?.kind !== 'topic-task' || typeof entry.task === 'string' || entry.task.kind !== 'copy')
    return outbox
  return outbox.set(id, { ...entry, task: { ...entry.task, replyTo: null }, state: { kind: 'queued' } })
}

/** A refused edit never was: the next one of the same message goes back to what was there before it. */
function withoutRefused(
  refused: OutboxEntry | undefined,
  { outbox, waiting }: Pick<DeskState, 'outbox' | 'waiting'>,
): Table<OutboxEntry> {
  const change = refused ? changeOf(refused) : null
  if (!refused || change?.kind !== 'edit' || !change.before) return outbox
  for (const entry of entriesInOrder({ outbox, waiting }, refused.conversationId)) {
    const next = changeOf(entry)
    if (entry.kind !== 'topic-task' || next?.kind !== 'edit' || next.number !== change.number) continue
    return outbox.set(entry.id, { ...entry, task: { ...next, before: change.before } })
  }
  return outbox
}

type Place = Pick<OutboxEntry, 'chatId' | 'topicId' | 'isMirror'>

/** Where an entry goes. A topic that is no conversation is where its name says. */
function place(id: string, conversations: Table<Conversation>, isMirror: boolean): Place {
  const conversation = conversations.get(id)
  if (!conversation) return { chatId: conversationChat(id), topicId: topicIn(id), isMirror }
  const { mirror, chatId, topicId } = conversation
  if (!isMirror || !mirror) return { chatId, topicId, isMirror }
  return { chatId: mirror.groupId, topicId: mirror.topicId ?? noTopic, isMirror }
}

/** What was optional of a queued reply, without what is absent. */
function given(event: Extract<DeskEvent, { kind: 'reply-queued' }>) {
  const { media = [], content, purpose, buttons, origin } = event
  return {
    media,
    ...(content === undefined ? {} : { content }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(buttons === undefined ? {} : { buttons }),
    ...(origin === undefined ? {} : { origin }),
  }
}

/** A topic was made: what waits to go into it goes there. What a reply answered went with the topic of before. */
function madeAnew(
  done: OutboxEntry | undefined,
  { outbox, waiting }: Pick<DeskState, 'outbox' | 'waiting'>,
  { number }: Extract<DeskEvent, { kind: 'topic-task-done' }>,
): Table<OutboxEntry> {
  if (done?.kind !== 'topic-task' || typeof done.task === 'string') return outbox
  if (done.task.kind !== 'create' || number === undefined) return outbox
  let after = outbox
  for (const entry of entriesInOrder({ outbox, waiting }, done.conversationId, done.isMirror))
    after = after.set(entry.id, {
      ...(entry.kind === 'reply' ? { ...entry, replyTo: null } : entry),
      topicId: number,
    })
  return after
}
