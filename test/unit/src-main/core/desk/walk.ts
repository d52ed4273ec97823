import fc from 'fast-check'
import type { IncomingMessage } from '../../../../../src-main/core/conversation/message'
import type { TelegramFact } from '../../../../../src-main/core/desk/facts'
import type { AgentIntent, Intent } from '../../../../../src-main/core/desk/intents'
import { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import { Refusal } from '../../../../../src-main/core/refusal'
import { nextWake } from '../../../../../src-main/core/sla/next-wake'
import { ticketPriorities } from '../../../../../src-preload/contract/priorities'
import { ticketStatuses } from '../../../../../src-preload/contract/ticket'
import {
  anna,
  byAnna,
  byRavi,
  chatId,
  DeskOnPaper,
  helper,
  iso,
  jonas,
  minute,
  mira,
  ravi,
  theDesk,
} from '../desk-on-paper'

const topics = [7, 8, 9]
const id = fc.constantFrom(...topics.map((topic) => `${chatId}:${topic}`), `${chatId}:7.2`)
const topic = fc.constantFrom(...topics)

/** One thing that may happen to a desk, told by people, by Telegram or by time. */
export type Step =
  | { readonly do: 'ask'; readonly by: 'anna' | 'ravi'; readonly intent: AgentIntent }
  | {
      readonly do: 'reply'
      readonly topic: number
      readonly after: 'nothing' | 'wait' | 'resolve'
      readonly files: number
    }
  | {
      readonly do: 'write'
      readonly topic: number
      readonly who: 'mira' | 'jonas' | 'ravi' | 'anna' | 'helper'
      /** How long ago, where the desk was away, minutes. */
      readonly ago: number
    }
  | { readonly do: 'topic'; readonly topic: number; readonly closed: boolean; readonly who: 'mira' | 'anna' }
  | { readonly do: 'edit' | 'delete' | 'repeat'; readonly nth: number }
  | {
      readonly do: 'send'
      readonly how: 'sent' | 'echo-first' | 'no-answer' | 'known' | 'refused' | 'uncertain'
    }
  | { readonly do: 'echo' }
  | { readonly do: 'retry' | 'discard'; readonly nth: number }
  | { readonly do: 'wait'; readonly minutes: number }

const byWhom = fc.constantFrom('anna' as const, 'ravi' as const)
const intents: fc.Arbitrary<AgentIntent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('claim-ticket' as const, 'release-ticket' as const), ticketId: id }),
  fc.record({
    kind: fc.constant('assign-ticket' as const),
    ticketId: id,
    agentId: fc.constantFrom(null, anna.id, ravi.id),
  }),
  fc.record({
    kind: fc.constant('change-status' as const),
    ticketId: id,
    to: fc.constantFrom(...ticketStatuses),
    reason: fc.constantFrom(null, 'the bank'),
    until: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('change-priority' as const),
    ticketId: id,
    priority: fc.constantFrom(...ticketPriorities),
  }),
  fc.record({
    kind: fc.constant('rename-ticket' as const),
    ticketId: id,
    title: fc.constantFrom('One', 'Two'),
  }),
  fc.record({
    kind: fc.constant('add-note' as const),
    ticketId: id,
    noteId: fc.uuid(),
    text: fc.constant('A note'),
  }),
  fc.record({
    kind: fc.constant('save-draft' as const),
    ticketId: id,
    mode: fc.constantFrom('reply' as const, 'note' as const),
    text: fc.constantFrom('', 'Half a sent'),
    replyTo: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('see-ticket' as const), ticketId: id, position: fc.nat(200) }),
  fc.constant({
    kind: 'change-settings' as const,
    patch: {
      promises: { medium: { firstReplyMs: 60 * minute, nextReplyMs: null, resolutionMs: 600 * minute } },
    },
  }),
)

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('ask' as const), by: byWhom, intent: intents }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('reply' as const),
      topic,
      after: fc.constantFrom('nothing' as const, 'wait' as const, 'resolve' as const),
      files: fc.nat(3),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      topic,
      who: fc.constantFrom(
        'mira' as const,
        'mira' as const,
        'jonas' as const,
        'ravi' as const,
        'anna' as const,
        'helper' as const,
      ),
      ago: fc.constantFrom(0, 0, 0, 0, 1, 45, 400),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('topic' as const),
      topic,
      closed: fc.boolean(),
      who: fc.constantFrom('mira' as const, 'anna' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('edit' as const, 'delete' as const, 'repeat' as const),
      nth: fc.nat(30),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      how: fc.constantFrom(
        'sent' as const,
        'echo-first' as const,
        'no-answer' as const,
        'known' as const,
        'refused' as const,
        'uncertain' as const,
      ),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'echo' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('retry' as const, 'discard' as const), nth: fc.nat(3) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 30, 300, 3_000, 20_000),
    }),
  },
)

const people = { mira, jonas, ravi, anna, helper }

/** A desk and the Telegram it speaks to: what arrived there stays there, and every echo comes at last. */
export class Walk {
  readonly desk = DeskOnPaper.open()
  /** Facts already told, to be told again. */
  readonly told: TelegramFact[] = []
  /** Messages at Telegram by random_id: a second send of one is refused there. */
  readonly arrived = new Map<string, number>()
  readonly echoes: TelegramFact[] = []

  take(one: Step): void {
    const { desk } = this
    desk.now += 1000
    switch (one.do) {
      case 'ask':
        this.try(one.intent, one.by === 'anna' ? byAnna : byRavi)
        break
      case 'reply':
        this.try({
          kind: 'queue-reply',
          ticketId: `${chatId}:${one.topic}`,
          outboxId: String(5000 + desk.state.seq * 16),
          text: 'Same words',
          entities: [],
          files: Array.from({ length: one.files }, (_, nth) => ({
            ...{ id: `f${nth}`, path: `f${nth}`, name: `${nth}.jpg` },
            ...{ mime: 'image/jpeg', sizeBytes: 1 },
          })),
          replyTo: null,
          after: one.after,
          seenPosition: desk.state.seq,
          force: false,
        })
        break
      case 'write': {
        const sender = people[one.who]
        const isOwn = sender === anna
        this.tell({
          kind: 'message',
          message: desk.message({
            topicId: one.topic,
            senderId: sender.id,
            isOwn,
            text: `Line ${desk.number}`,
            sentAt: iso(desk.now - one.ago * minute),
          }),
        })
        break
      }
      case 'topic': {
        const by = people[one.who]
        this.tell({
          kind: 'topic-changed',
          ...{ chatId, topicId: one.topic, number: ++desk.number, closed: one.closed },
          ...{ by: by.id, isOwn: by === anna, at: iso(desk.now) },
        })
        break
      }
      case 'edit': {
        const message = this.messageToldAs(one.nth)
        if (message)
          this.tell({
            kind: 'message-edited',
            message: { ...message, text: 'Edited' },
            editedAt: iso(desk.now),
          })
        break
      }
      case 'delete': {
        const message = this.messageToldAs(one.nth)
        if (message)
          this.tell({ kind: 'messages-deleted', chatId, numbers: [message.number], at: iso(desk.now) })
        break
      }
      case 'repeat': {
        const fact = this.told[one.nth % Math.max(1, this.told.length)]
        if (fact?.kind === 'message' || fact?.kind === 'messages-deleted') desk.deliver([fact])
        break
      }
      case 'send':
        this.send(one.how)
        break
      case 'echo': {
        const fact = this.echoes.shift()
        if (fact) this.tell(fact)
        break
      }
      case 'retry':
      case 'discard': {
        const entry = [...desk.state.outbox.values()][one.nth]
        if (entry)
          this.try({
            kind: one.do === 'retry' ? 'retry-reply' : 'discard-reply',
            ticketId: entry.ticketId,
            outboxId: entry.id,
          })
        break
      }
      case 'wait':
        desk.now += one.minutes * minute
        this.passTime()
    }
  }

  /** Lets all that is under way come to its end, as it would if nobody did anything more. */
  settle(): void {
    for (let rounds = 0; rounds < 200; rounds++) {
      const waiting = sendable(this.desk.state, this.desk.now)
      if (waiting.length === 0 && this.echoes.length === 0) return
      this.send('sent')
      const fact = this.echoes.shift()
      if (fact) this.tell(fact)
    }
    throw new Error('it goes on for ever')
  }

  passTime(): void {
    const { desk } = this
    const due = [...desk.state.tickets.values()].filter((ticket) => {
      const at = nextWake(ticket, desk.state.settings)
      return at !== null && at <= desk.now
    })
    desk.ask({ kind: 'pass-time', ticketIds: due.map((ticket) => ticket.id) }, theDesk)
  }

  protected tell(fact: TelegramFact): void {
    this.told.push(fact)
    this.desk.deliver([fact, ...(fact.kind === 'message' ? [fact] : [])])
  }

  protected try(intent: Intent, by = byAnna): void {
    try {
      this.desk.ask(intent, by)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

  private messageToldAs(nth: number): IncomingMessage | null {
    const facts = this.told.filter((fact) => fact.kind === 'message')
    const fact = facts[nth % Math.max(1, facts.length)]
    return fact?.kind === 'message' ? fact.message : null
  }

  private send(how: Extract<Step, { do: 'send' }>['how']): void {
    const { desk } = this
    const [entry] = sendable(desk.state, desk.now)
    if (!entry) return
    const outboxId = entry.id
    const sentAt = iso(desk.now)
    desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
    if (how === 'refused' || how === 'uncertain') {
      if (how === 'uncertain' && entry.kind === 'reply' && !this.arrived.has(outboxId)) this.arrive(entry)
      desk.ask({ kind: 'note-failure', outboxId, reason: 'No.', uncertain: how === 'uncertain' }, theDesk)
      return
    }
    const isNew = !this.arrived.has(outboxId)
    const number = isNew ? this.arrive(entry) : null
    if (how === 'no-answer') return
    if (how === 'echo-first') {
      for (let fact = this.echoes.shift(); fact; fact = this.echoes.shift()) this.tell(fact)
    }
    const known = how === 'known' ? null : number
    desk.ask({ kind: 'note-sent', outboxId, number: known, sentAt, media: [] }, theDesk)
  }

  protected arrive(entry: ReturnType<typeof sendable>[number]): number {
    const { desk } = this
    const first = ++desk.number
    this.arrived.set(entry.id, first)
    if (entry.kind === 'topic-task') {
      this.echoes.push({
        kind: 'topic-changed',
        ...{ chatId, topicId: entry.topicId, number: first, closed: entry.task === 'close' },
        ...{ by: anna.id, isOwn: true, at: iso(desk.now) },
      })
      return first
    }
    const parts = Math.max(1, entry.files.length)
    for (let part = 0; part < parts; part++) {
      const media = entry.files.length === 0 ? [] : [this.photo(first + part)]
      const randomId = this.echoes.length % 2 === 0 ? String(BigInt(entry.id) + BigInt(part)) : null
      const message = desk.message({
        ...{ number: first + part, topicId: entry.topicId, senderId: anna.id, isOwn: true, randomId, media },
        text: part === 0 ? entry.text : '',
        albumId: parts > 1 ? `album-${first}` : null,
      })
      this.echoes.push({ kind: 'message', message })
    }
    desk.number = first + parts
    return first
  }

  protected photo(number: number): IncomingMessage['media'][number] {
    return {
      ...{ kind: 'photo', fileId: `p${number}`, name: 'p.jpg', mime: 'image/jpeg', sizeBytes: 1 },
      ...{ width: 1, height: 1, thumb: null, locator: 'x' },
    }
  }
}
