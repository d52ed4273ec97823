import type { DeskEvent, Recorded } from '../../src-main/core/desk/events'
import { type DeskState, emptyDesk } from '../../src-main/core/desk/state'
import { Table } from '../../src-main/core/table'

export const chatId = '-1001'

/** The day of the small desk's events: event n happens n seconds into it. */
const dayStart = Date.UTC(2026, 0, 5)

/** A fold for tests of the store: small, but it touches tables and scalars as the desk's own does. */
export function evolveSmall(state: DeskState, { seq, event }: Recorded): DeskState {
  const next = { ...state, seq }
  switch (event.kind) {
    case 'group-followed':
      return { ...next, groups: [event.group] }
    case 'telegram-read': {
      let { marks } = state
      for (const [key, value] of Object.entries(event.marks)) {
        marks = value === null ? marks.delete(key) : marks.set(key, value)
      }
      return { ...next, marks }
    }
    case 'ticket-created':
      return { ...next, codes: state.codes.set(event.code, event.ticketId) }
    case 'draft-saved': {
      const { ticketId, mode, text, replyTo } = event
      const draft = { ticketId, mode, text, replyTo, savedAt: dayStart + seq * 1000 }
      return { ...next, drafts: state.drafts.set(`${ticketId}/${mode}`, draft) }
    }
    default:
      return next
  }
}

/** Numbers events on from a state, as the desk does. */
export function record(after: DeskState, events: readonly DeskEvent[]): Recorded[] {
  return events.map((event, at) => {
    const seq = after.seq + at + 1
    return { seq, at: new Date(dayStart + seq * 1000).toISOString(), by: { kind: 'desk' }, event }
  })
}

/** The events with their numbers and the state they lead to: what `append` wants. */
export function step(
  after: DeskState,
  ...events: readonly DeskEvent[]
): { readonly recorded: readonly Recorded[]; readonly next: DeskState } {
  const recorded = record(after, events)
  return { recorded, next: recorded.reduce(evolveSmall, after) }
}

export const emptySmall = emptyDesk

/** A state as plain values, quick to compare. */
export function plain(state: DeskState): unknown {
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) => [key, value instanceof Table ? [...value.entries()] : value]),
  )
}

const topic = (topicId: number) => ({
  conversationId: `${chatId}:${topicId}`,
  ticketId: `${chatId}:${topicId}`,
})

export function created(topicId: number): DeskEvent {
  return {
    kind: 'ticket-created',
    ...topic(topicId),
    code: `TCK${topicId}`,
    title: `Topic ${topicId}`,
    customerId: '7',
    priority: 'medium',
    followUpOf: null,
    openedAt: new Date(dayStart).toISOString(),
  }
}

export function received(topicId: number, number: number, text: string): DeskEvent {
  const message = {
    chatId,
    topicId,
    number,
    senderId: '7',
    isOwn: false,
    randomId: null,
    sentAt: new Date(dayStart).toISOString(),
    text,
    entities: [],
    media: [],
    albumId: null,
    replyTo: null,
  }
  return { kind: 'message-received', ...topic(topicId), side: 'customer', message }
}

export function edited(topicId: number, number: number, text: string): DeskEvent {
  const editedAt = new Date(dayStart).toISOString()
  const messageId = `${chatId}/${number}`
  return {
    kind: 'message-edited',
    ...topic(topicId),
    messageId,
    text,
    entities: [],
    editedAt,
    afterReply: false,
  }
}

export function queued(topicId: number, outboxId: string, text: string): DeskEvent {
  const holdUntil = new Date(dayStart).toISOString()
  const rest = { entities: [], files: [], replyTo: null, holdUntil, after: 'nothing' as const }
  return { kind: 'reply-queued', ...topic(topicId), outboxId, text, ...rest }
}

export function sent(topicId: number, outboxId: string, number: number | null): DeskEvent {
  const sentAt = new Date(dayStart).toISOString()
  return { kind: 'reply-sent', ...topic(topicId), outboxId, number, sentAt, media: [] }
}

export function draft(topicId: number, text: string): DeskEvent {
  return { kind: 'draft-saved', ...topic(topicId), mode: 'reply', text, replyTo: null }
}

export function mark(key: string, value: string | null): DeskEvent {
  return { kind: 'telegram-read', marks: { [key]: value } }
}
