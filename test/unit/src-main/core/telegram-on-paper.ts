import {
  conversationId,
  type IncomingMessage,
  noTopic,
  privateChat,
  type StoredMedia,
} from '../../../../src-main/core/conversation/message'
import type { OutboxEntry } from '../../../../src-main/core/outbox/entry'
import { sendable } from '../../../../src-main/core/outbox/next-to-send'
import type { Content, Entity } from '../../../../src-preload/contract/conversation'
import type { Account } from '../../../../src-preload/contract/session'
import { DeskOnPaper, iso, mira, ravi, theDesk } from './desk-on-paper'

export const fern: Account = { id: '99', name: 'Fern', username: 'fern_bot', kind: 'bot' }
export const staff = { id: '-100900', title: 'Fernline Staff', accountId: fern.id, role: 'staff' } as const
export const botChat = privateChat(fern.id, mira.id)
export const botTicket = conversationId(botChat, noTopic)

/** What somebody sees at Telegram. */
export interface Seen {
  readonly number: number
  text: string
  readonly entities: readonly Entity[]
  readonly media: readonly StoredMedia[]
  readonly content?: Content
  readonly replyTo: number | null
  readonly by: 'desk' | 'person'
}

/** A topic of the staff group as its members see it. */
export interface SeenTopic {
  title: string
  isClosed: boolean
  readonly messages: Seen[]
}

/**
 * A desk with a bot and its staff group, and what the customer and the team see at Telegram. Nothing is sent twice
 * under one random_id: Telegram refuses that.
 */
export class BotDesk extends DeskOnPaper {
  readonly customer: Seen[] = []
  readonly topics = new Map<number, SeenTopic>()
  readonly arrived = new Map<string, number>()

  static openBot(): BotDesk {
    const desk = Object.assign(new BotDesk(), DeskOnPaper.open())
    desk.ask({ kind: 'sign-in', account: fern })
    desk.ask({ kind: 'follow-group', group: staff })
    const off = { topic: false, bot: false, privateChat: false }
    desk.ask({ kind: 'change-settings', patch: { intake: { acknowledge: off } } })
    return desk
  }

  /** Mira writes to the bot. */
  says(more: Partial<IncomingMessage> = {}) {
    const message = this.message({ chatId: botChat, topicId: noTopic, ...more })
    this.customer.push({ ...message, by: 'person' })
    return this.deliver([{ kind: 'message', message }])
  }

  /** Ravi writes in the topic of Mira's chat. */
  answers(text: string, more: Partial<IncomingMessage> = {}) {
    return this.hearInStaffGroup({ text, ...more })
  }

  hearInStaffGroup(more: Partial<IncomingMessage>) {
    const message = this.inStaffGroup(more)
    this.topics.get(message.topicId)?.messages.push({ ...message, by: 'person' })
    return this.deliver([{ kind: 'message', message }])
  }

  inStaffGroup(more: Partial<IncomingMessage>): IncomingMessage {
    return this.message({ chatId: staff.id, topicId: this.topicId, senderId: ravi.id, ...more })
  }

  /** The topic Mira's chat is copied into. */
  get topicId(): number {
    return this.state.conversations.get(botTicket)?.mirror?.topicId ?? -1
  }

  get seenTopic(): SeenTopic {
    const topic = this.topics.get(this.topicId)
    if (!topic) throw new Error('there is no topic')
    return topic
  }

  /** What the topic says, one text each. */
  get texts(): readonly string[] {
    return this.seenTopic.messages.map(({ text }) => text)
  }

  /** What the customer got from us, one text each. */
  get received(): readonly string[] {
    return this.customer.filter(({ by }) => by === 'desk').map(({ text }) => text)
  }

  /** Telegram takes all that waits, and answers. */
  drain(): void {
    for (let rounds = 0; rounds < 500; rounds++) {
      const [entry] = sendable(this.state, this.now)
      if (!entry) return
      this.attempt(entry.id)
      const now = this.state.outbox.get(entry.id)
      if (now) this.accept(entry.id, this.arrive(now))
    }
    throw new Error('it goes on for ever')
  }

  attempt(outboxId: string): void {
    this.ask({ kind: 'note-attempt', outboxId }, theDesk)
  }

  accept(outboxId: string, number: number | null): void {
    this.ask({ kind: 'note-sent', outboxId, number, sentAt: iso(this.now), media: [] }, theDesk)
  }

  /** An entry arrives at Telegram; what arrived before is not done twice. */
  arrive(entry: OutboxEntry): number {
    const known = this.arrived.get(entry.id)
    if (known !== undefined) return known
    const number = ++this.number
    this.arrived.set(entry.id, number)
    if (entry.kind === 'reply') {
      if (entry.chatId === botChat) this.customer.push({ ...entry, number, by: 'desk' })
      return number
    }
    const { task, topicId } = entry
    const topic = this.topics.get(topicId)
    if (typeof task === 'string') {
      if (topic) topic.isClosed = task === 'close'
    } else if (task.kind === 'edit') {
      const seen = (entry.isMirror ? topic?.messages : this.customer)?.find(
        (one) => one.number === task.number,
      )
      if (seen) seen.text = task.text
    } else if (task.kind === 'delete') {
      const seen = (entry.isMirror ? topic?.messages : this.customer) ?? []
      for (const number of [task.number, ...(task.more ?? [])]) {
        const at = seen.findIndex((one) => one.number === number)
        if (at >= 0) seen.splice(at, 1)
      }
    } else if (task.kind === 'create') {
      this.topics.set(number, { title: task.title, isClosed: false, messages: [] })
    } else if (task.kind === 'rename') {
      if (topic) topic.title = task.title
    } else if (task.kind === 'copy') {
      if (!topic) throw new Error('a copy into no topic')
      topic.messages.push({ number, ...task, by: 'desk' })
    }
    return number
  }
}
