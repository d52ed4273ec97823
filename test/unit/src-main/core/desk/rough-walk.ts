import fc from 'fast-check'
import { conversationId } from '../../../../../src-main/core/conversation/message'
import type { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import { anna, chatId, fernline, iso, minute, mira, ravi, theDesk } from '../desk-on-paper'
import { type Step, step, Walk } from './walk'

const topic = fc.constantFrom(7, 8)

/** What happens seldom: topics go and are made anew, groups are left and go on under another id, clocks are set back. */
export type RoughStep =
  | Step
  | { readonly do: 'gone' | 'recreate'; readonly topic: number }
  | { readonly do: 'leave' | 'follow' | 'migrate' | 'sign-out' | 'sign-in' | 'team' }
  | { readonly do: 'set-back'; readonly minutes: number }
  | { readonly do: 'hold'; readonly seconds: number }
  | { readonly do: 'quote'; readonly topic: number; readonly nth: number }
  | { readonly do: 'album'; readonly topic: number; readonly isTorn: boolean }

export const roughStep: fc.Arbitrary<RoughStep> = fc.oneof(
  { weight: 12, arbitrary: step as fc.Arbitrary<RoughStep> },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('gone' as const, 'recreate' as const), topic }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['leave', 'follow', 'follow', 'migrate', 'sign-out', 'sign-in', 'sign-in', 'team'] as const),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('set-back' as const), minutes: fc.constantFrom(1, 90, 2000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('hold' as const), seconds: fc.constantFrom(0, 5, 10) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('quote' as const), topic, nth: fc.nat(20) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('album' as const), topic, isTorn: fc.boolean() }),
  },
)

/** A walk that goes over stock and stone. */
export class RoughWalk extends Walk {
  private group = chatId

  rough(one: RoughStep): void {
    const { desk } = this
    switch (one.do) {
      case 'gone': {
        const { topicId } = this.place(one.topic)
        this.tell({ kind: 'topic-deleted', chatId: this.group, topicId, at: iso(desk.now) })
        break
      }
      case 'recreate':
        this.try({ kind: 'recreate-topic', ticketId: this.ticketOf(one.topic) })
        break
      case 'leave':
        this.try({ kind: 'leave-group', groupId: this.group })
        break
      case 'follow':
        this.try({ kind: 'follow-group', group: { ...fernline, id: this.group } })
        break
      case 'migrate': {
        const to = `${this.group}1`
        this.tell({ kind: 'group-migrated', from: this.group, to, at: iso(desk.now) })
        if (desk.state.groups.some(({ id }) => id === to)) this.group = to
        break
      }
      case 'sign-out':
        desk.ask({ kind: 'sign-out', accountId: anna.id, reason: 'by-agent' }, theDesk)
        break
      case 'sign-in':
        this.signIn()
        break
      case 'team':
        this.tell({ kind: 'team', groupId: this.group, agents: [{ ...ravi, isSavedName: true, name: 'R' }] })
        break
      case 'set-back':
        desk.now -= one.minutes * minute
        break
      case 'hold':
        this.try({ kind: 'change-settings', patch: { sendHoldMs: one.seconds * 1000 } })
        break
      case 'quote': {
        const ticketId = this.ticketOf(one.topic)
        const outboxId = String(6000 + desk.state.seq * 16)
        const replyTo = this.idsOf(ticketId)[one.nth] ?? null
        const what = { ticketId, outboxId, text: `Quote ${desk.state.seq}`, entities: [], files: [], replyTo }
        const how = { after: 'nothing', seenPosition: desk.state.seq, force: false } as const
        this.try({ kind: 'queue-reply', ...what, ...how })
        break
      }
      case 'album': {
        const albumId = `a${desk.number}`
        for (const text of ['Look', '']) {
          const media = [this.photo(desk.number)]
          this.tell({
            kind: 'message',
            message: desk.message({ ...this.place(one.topic), senderId: mira.id, text, media, albumId }),
          })
          if (one.isTorn) desk.now += 20_000
        }
        break
      }
      default:
        if (this.isConnected || (one.do !== 'repeat' && one.do !== 'send')) this.take(one)
    }
  }

  signIn(): void {
    this.desk.ask({ kind: 'sign-in', account: { ...anna, kind: 'user' } }, theDesk)
  }

  protected override tell(fact: Parameters<Walk['tell']>[0]): void {
    if (this.isConnected) super.tell(fact)
  }

  private get isConnected(): boolean {
    const { accounts, groups } = this.desk.state
    return accounts.length > 0 && groups.length > 0
  }

  protected override arrive(entry: ReturnType<typeof sendable>[number]): number {
    if (entry.kind !== 'topic-task' || typeof entry.task === 'string') return super.arrive(entry)
    const { desk } = this
    const number = ++desk.number
    this.arrived.set(entry.id, number)
    if (entry.task.kind === 'create')
      this.echoes.push({
        kind: 'topic-created',
        ...{ chatId: entry.chatId, topicId: number, title: entry.task.title, by: anna.id, at: iso(desk.now) },
      })
    return number
  }

  private place(topicId: number): { readonly chatId: string; readonly topicId: number } {
    const known = this.desk.state.conversations.get(conversationId(chatId, topicId))
    return known ? { chatId: known.chatId, topicId: known.topicId } : { chatId: this.group, topicId }
  }

  private ticketOf(topicId: number): string {
    const id = conversationId(chatId, topicId)
    return this.desk.state.conversations.get(id)?.ticketIds.at(-1) ?? id
  }

  private idsOf(ticketId: string): readonly string[] {
    if (!this.desk.state.tickets.has(ticketId)) return []
    return this.desk.itemsOf(ticketId).flatMap((item) => (item.kind === 'message' ? item.id : []))
  }
}
