import {
  type IncomingMessage,
  messageId,
  type Person,
  sentChat,
} from '../../../../src-main/core/conversation/message'
import { filesIn } from '../../../../src-main/core/conversation/message-media'
import type { ConversationEvents } from '../../../../src-main/core/conversation/stretch'
import { timelinePage } from '../../../../src-main/core/conversation/timeline-page'
import type { Actor } from '../../../../src-main/core/desk/actor'
import type { Effect } from '../../../../src-main/core/desk/effects'
import type { DeskEvent, Recorded } from '../../../../src-main/core/desk/events'
import { evolve } from '../../../../src-main/core/desk/evolve'
import type { TelegramFact } from '../../../../src-main/core/desk/facts'
import type { Intent } from '../../../../src-main/core/desk/intents'
import { react } from '../../../../src-main/core/desk/react'
import { type DeskState, emptyDesk } from '../../../../src-main/core/desk/state'
import { take } from '../../../../src-main/core/desk/take'
import { Refusal } from '../../../../src-main/core/refusal'
import type { Ticket } from '../../../../src-main/core/ticket/ticket'
import type { FollowedGroup } from '../../../../src-preload/contract/account'
import type { TimelineItem } from '../../../../src-preload/contract/conversation'
import type { Link } from '../../../../src-preload/contract/status'

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
export const nine = Date.UTC(2025, 2, 3, 9)
export const iso = (at: number) => new Date(at).toISOString()

export const anna: Person = { id: '10', name: 'Anna', username: 'anna', isBot: false }
export const ravi: Person = { id: '11', name: 'Ravi', username: null, isBot: false }
export const helper: Person = { id: '12', name: 'Helper', username: 'helper_bot', isBot: true }
export const mira: Person = { id: '20', name: 'Mira', username: 'mira', isBot: false }
export const jonas: Person = { id: '21', name: 'Jonas', username: null, isBot: false }
export const byAnna: Actor = { kind: 'agent', id: anna.id }
export const byRavi: Actor = { kind: 'agent', id: ravi.id }
export const theDesk: Actor = { kind: 'desk' }

export const chatId = '-100500'
export const fernline: FollowedGroup = {
  id: chatId,
  title: 'Fernline Help',
  accountId: anna.id,
  role: 'public',
}
export const topicId = 7
export const ticketId = `${chatId}:${topicId}`

/** A journal in memory: what it is told is what it knows. */
export class PaperJournal implements ConversationEvents {
  readonly recorded: Recorded[] = []
  reads = 0

  find(chat: string, number: number): ReturnType<ConversationEvents['find']> {
    for (const { event } of this.recorded)
      if (nameIn(event) === messageId(chat, number) && 'ticketId' in event)
        return { conversationId: event.conversationId, ticketId: event.ticketId }
    return null
  }

  latest(chat: string, number: number): ReturnType<ConversationEvents['latest']> {
    const name = messageId(chat, number)
    const sentAs = this.recorded.find(
      ({ event }) => event.kind === 'reply-sent' && nameIn(event) === name,
    )?.event
    const outboxId = sentAs?.kind === 'reply-sent' ? sentAs.outboxId : null
    for (const { event, seq } of [...this.recorded].reverse()) {
      if (event.kind === 'message-edited' && event.messageId === name)
        return { text: event.text, entities: event.entities, media: this.filesOf(name), position: seq }
      if (event.kind === 'reply-queued' && event.outboxId === outboxId)
        return { text: event.text, entities: event.entities, media: this.filesOf(name), position: seq }
      if (event.kind === 'message-received' && nameIn(event) === name)
        return { ...event.message, position: seq }
    }
    return null
  }

  private filesOf(name: string): ReturnType<typeof filesIn> {
    for (const { event } of [...this.recorded].reverse()) {
      const isOf = event.kind === 'message-edited' ? event.messageId === name : nameIn(event) === name
      const files = isOf ? filesIn(event) : null
      if (files) return files
    }
    return null
  }

  read(conversationId: string, { before = Infinity, limit }: { before?: number; limit: number }): Recorded[] {
    this.reads++
    const found: Recorded[] = []
    for (let at = this.recorded.length - 1; at >= 0 && found.length < limit; at--) {
      const one = this.recorded[at]
      if (
        one &&
        one.seq < before &&
        'conversationId' in one.event &&
        one.event.conversationId === conversationId
      )
        found.push(one)
    }
    return found
  }
}

/** The name of the message that an event says arrived; null for any other event. */
function nameIn(event: DeskEvent): string | null {
  if (event.kind === 'message-received') return messageId(event.message.chatId, event.message.number)
  return event.kind === 'reply-sent' && event.number !== null
    ? messageId(sentChat(event), event.number)
    : null
}

/** A desk on paper: intents in, events, state and effects out. Time is what the test says. */
export class DeskOnPaper {
  state: DeskState = emptyDesk
  effects: Effect[] = []
  now = nine
  number = 100
  readonly journal = new PaperJournal()
  readonly link: Link = { kind: 'live' }

  /** Signed in as Anna, with Ravi in the team and one group followed. */
  static open(): DeskOnPaper {
    const desk = new DeskOnPaper()
    desk.ask({ kind: 'sign-in', account: { id: anna.id, name: anna.name, username: 'anna', kind: 'user' } })
    desk.ask({ kind: 'follow-group', group: fernline })
    desk.deliver([{ kind: 'team', groupId: chatId, agents: [anna, ravi] }], [anna, ravi, mira, jonas, helper])
    desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 0 } })
    return desk
  }

  /** Asks and keeps what follows; answers the new events. */
  ask(intent: Intent, by: Actor = byAnna): readonly DeskEvent[] {
    const before = this.state
    const { recorded, next } = take(before, { intent, by, at: this.now }, this.journal)
    this.state = next
    this.journal.recorded.push(...recorded)
    this.effects = [...react(before, next, recorded)]
    return recorded.map(({ event }) => event)
  }

  /** What the refusal of an intent says; fails the test if it is not refused. */
  refusal(intent: Intent, by: Actor = byAnna): Refusal {
    const before = this.state
    try {
      this.ask(intent, by)
    } catch (error) {
      if (error instanceof Refusal && this.state === before) return error
      throw error
    }
    throw new Error(`not refused: ${intent.kind}`)
  }

  deliver(facts: readonly TelegramFact[], people: readonly Person[] = []): readonly DeskEvent[] {
    return this.ask(
      { kind: 'receive-delivery', delivery: { facts, people, accountId: anna.id, marks: {} } },
      theDesk,
    )
  }

  topic(title = 'Card refused', topic = topicId): void {
    const at = iso(this.now)
    this.deliver([{ kind: 'topic-created', chatId, topicId: topic, title, by: mira.id, at }])
  }

  message(more: Partial<IncomingMessage> = {}): IncomingMessage {
    return {
      chatId,
      topicId,
      number: ++this.number,
      senderId: mira.id,
      isOwn: false,
      randomId: null,
      sentAt: iso(this.now),
      text: 'My card was refused.',
      entities: [],
      media: [],
      albumId: null,
      replyTo: null,
      ...more,
    }
  }

  /** A message arrives now. */
  hear(more: Partial<IncomingMessage> = {}): readonly DeskEvent[] {
    return this.deliver([{ kind: 'message', message: this.message(more) }])
  }

  /** Anna queues a reply, having seen everything; answers its outbox id. */
  reply(text = 'We look into it.', more: Partial<Extract<Intent, { kind: 'queue-reply' }>> = {}): string {
    const outboxId = more.outboxId ?? String(9000 + this.state.seq)
    this.ask({
      kind: 'queue-reply',
      ...{ ticketId, outboxId, text },
      entities: [],
      files: [],
      replyTo: null,
      after: 'nothing',
      seenPosition: this.state.seq,
      force: false,
      ...more,
    })
    return outboxId
  }

  /** Telegram accepts what was queued: attempt, answer, and the echo if wanted. */
  send(outboxId: string, more: { readonly echo?: boolean; readonly text?: string } = {}): number {
    this.ask({ kind: 'note-attempt', outboxId }, theDesk)
    const number = ++this.number
    this.ask({ kind: 'note-sent', outboxId, number, sentAt: iso(this.now), media: [] }, theDesk)
    if (more.echo ?? true)
      this.hear({
        number,
        senderId: anna.id,
        isOwn: true,
        randomId: outboxId,
        text: more.text ?? 'We look into it.',
      })
    return number
  }

  pass(spanMs: number, ticketIds: readonly string[] = [ticketId]): readonly DeskEvent[] {
    this.now += spanMs
    return this.ask({ kind: 'pass-time', ticketIds }, theDesk)
  }

  ticket(id = ticketId): Ticket {
    const ticket = this.state.tickets.get(id)
    if (!ticket) throw new Error(`no ticket ${id}`)
    return ticket
  }

  items(limit = 200, before?: string): readonly TimelineItem[] {
    return this.page(limit, before).items
  }

  /** The items of any ticket's conversation. */
  itemsOf(id: string, limit = 500): readonly TimelineItem[] {
    const ground = {
      events: this.journal,
      state: this.state,
      linkOf: () => this.link,
      pausedUntil: () => null,
    }
    return timelinePage(this.ticket(id), { limit }, ground).items
  }

  page(limit = 200, before?: string): ReturnType<typeof timelinePage> {
    return timelinePage(
      this.ticket(),
      { limit, before },
      { events: this.journal, state: this.state, linkOf: () => this.link, pausedUntil: () => null },
    )
  }

  /** The state as a fresh process makes it of the journal. */
  replayed(): DeskState {
    return this.journal.recorded.reduce(evolve, emptyDesk)
  }

  topicChanged(closed: boolean, by: Person = ravi): readonly DeskEvent[] {
    const at = iso(this.now)
    const isOwn = by.id === anna.id
    return this.deliver([
      { kind: 'topic-changed', chatId, topicId, number: ++this.number, closed, by: by.id, isOwn, at },
    ])
  }
}

/** The kinds of events, for short assertions. */
export const kinds = (events: readonly DeskEvent[]) => events.map(({ kind }) => kind)
