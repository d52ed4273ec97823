import { type IncomingMessage, messageBox, noTopic } from '../../../../../src-main/core/conversation/message'
import type { TelegramFact } from '../../../../../src-main/core/desk/facts'
import type { Intent } from '../../../../../src-main/core/desk/intents'
import type { OutboxEntry } from '../../../../../src-main/core/outbox/entry'
import { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import { Refusal } from '../../../../../src-main/core/refusal'
import { byAnna, iso, minute, mira, ravi, theDesk } from '../desk-on-paper'
import { BotDesk, botChat, botTicket, fern, staff } from '../telegram-on-paper'
import type { MirrorStep } from './mirror-step'
import { photo } from './mirrored'

/**
 * A bot's chat, its topic, and the Telegram between: what happens there is told in its order, some time later; an
 * answer to a send may be lost; a send under a random_id that arrived is not done twice.
 */
export class MirrorWalk {
  readonly desk = BotDesk.openBot()
  /** What Telegram will tell, in its order. */
  readonly stream: TelegramFact[] = []
  readonly told: TelegramFact[] = []
  /** What every reply said when it arrived at the customer. */
  readonly receivedFirst: string[] = []
  /** What was ever shown in a topic of the staff group. */
  readonly shown: string[] = []
  private words = 0

  take(step: MirrorStep): void {
    const { desk } = this
    desk.now += 1000
    switch (step.do) {
      case 'says':
        this.write(step.files, { chatId: botChat, topicId: noTopic, senderId: mira.id })
        break
      case 'program-says':
        this.write(step.files, { chatId: botChat, topicId: noTopic, senderId: fern.id, isOwn: true })
        break
      case 'answers':
        if (desk.topics.has(desk.topicId)) this.write(step.files, this.inTopic())
        break
      case 'answers-of-before': {
        const [topicId] = desk.topics.keys()
        if (topicId !== undefined) this.write(step.files, { ...this.inTopic(), topicId })
        break
      }
      case 'command':
        if (desk.topics.has(desk.topicId)) this.write(step.files, this.inTopic(), step.text)
        break
      case 'customer-edits':
      case 'colleague-edits': {
        const chatId = step.do === 'customer-edits' ? botChat : staff.id
        const message = this.messageIn(chatId, step.nth)
        if (message)
          this.stream.push({
            kind: 'message-edited',
            message: { ...message, text: this.word('edit') },
            editedAt: iso(desk.now),
          })
        break
      }
      case 'colleague-deletes': {
        const message = this.messageIn(staff.id, step.nth)
        if (message)
          this.stream.push({
            kind: 'messages-deleted',
            ...{ chatId: staff.id, numbers: [message.number], at: iso(desk.now) },
          })
        break
      }
      case 'desk-edits':
      case 'desk-deletes': {
        const sent = desk.state.conversations.get(botTicket)?.sentReplies ?? []
        const outboxId = sent[step.nth % Math.max(1, sent.length)]?.outboxId
        if (outboxId === undefined) break
        const reply = { ticketId: this.ticketId, outboxId }
        if (step.do === 'desk-deletes') this.try({ kind: 'delete-reply', ...reply })
        else this.try({ kind: 'edit-reply', ...reply, text: this.word('edit'), entities: [] })
        break
      }
      case 'repeat': {
        const fact = this.told[step.nth % Math.max(1, this.told.length)]
        if (fact?.kind === 'message') this.tell([fact])
        break
      }
      case 'close':
      case 'reopen': {
        const topic = desk.topics.get(desk.topicId)
        if (!topic || topic.isClosed === (step.do === 'close')) return
        topic.isClosed = step.do === 'close'
        this.changed(desk.topicId, topic.isClosed, ravi.id)
        break
      }
      case 'delete': {
        const { topicId } = desk
        if (desk.topics.delete(topicId))
          this.stream.push({ kind: 'topic-deleted', chatId: staff.id, topicId, at: iso(desk.now) })
        break
      }
      case 'recreate':
        this.try({ kind: 'recreate-topic', ticketId: this.ticketId })
        break
      case 'leave':
        this.try({ kind: 'leave-group', groupId: staff.id })
        break
      case 'follow':
        this.try({ kind: 'follow-group', group: staff })
        break
      case 'block':
      case 'unblock':
        this.stream.push({
          kind: 'bot-blocked',
          ...{ chatId: botChat, isBlocked: step.do === 'block', at: iso(desk.now) },
        })
        break
      case 'reply':
        this.try({
          kind: 'queue-reply',
          ...{
            ticketId: this.ticketId,
            outboxId: String(7000 + desk.state.seq * 16),
            text: this.word('desk'),
          },
          ...{ entities: [], files: [], replyTo: null, after: step.after },
          ...{ seenPosition: desk.state.seq, force: false },
        })
        break
      case 'status':
        this.try({ kind: 'change-status', ticketId: this.ticketId, to: step.to, reason: 'so', until: null })
        break
      case 'assign':
        this.try({ kind: 'assign-ticket', ticketId: this.ticketId, agentId: step.to })
        break
      case 'send': {
        const waiting = sendable(desk.state, desk.now)
        const entry = waiting[step.nth % Math.max(1, waiting.length)]
        if (entry) this.send(entry, step.how)
        break
      }
      case 'hear':
        this.hear(step.count)
        break
      case 'retry': {
        const failed = [...desk.state.outbox.values()].filter(({ state }) => state.kind === 'failed')[
          step.nth
        ]
        if (failed) this.try({ kind: 'retry-reply', ticketId: failed.ticketId, outboxId: failed.id })
        break
      }
      case 'discard': {
        const entry = [...desk.state.outbox.values()][step.nth]
        if (entry) this.try({ kind: 'discard-reply', ticketId: entry.ticketId, outboxId: entry.id })
        break
      }
      case 'wait':
        desk.now += step.nth * minute
        break
      case 'set-back':
        desk.now -= step.nth * minute
        break
      case 'sign-out':
        desk.ask({ kind: 'sign-out', accountId: fern.id, reason: 'by-agent' }, theDesk)
        break
      case 'sign-in':
        desk.ask({ kind: 'sign-in', account: fern }, theDesk)
    }
  }

  /** Lets all that is under way come to its end, as it would if nobody did anything more. */
  settle(): void {
    let quiet = 0
    this.desk.ask({ kind: 'sign-in', account: fern }, theDesk)
    for (let rounds = 0; rounds < 400; rounds++) {
      this.desk.now += 1000
      const [entry] = sendable(this.desk.state, this.desk.now)
      quiet = entry || this.stream.length > 0 ? 0 : quiet + 1
      if (quiet === 3) return
      if (entry) this.send(entry, 'sent')
      this.hear(2)
    }
    throw new Error('it goes on for ever')
  }

  /** The ticket of now. */
  get ticketId(): string {
    return this.desk.state.conversations.get(botTicket)?.ticketIds.at(-1) ?? botTicket
  }

  private hear(count: number): void {
    const facts = this.stream.slice(0, count)
    if (facts.length === 0 || !this.tell(facts)) return
    this.stream.splice(0, count)
    this.told.push(...facts.filter((fact) => this.isHeard(fact)))
  }

  /** Of a group that was left nothing is heard. */
  private isHeard(fact: TelegramFact): boolean {
    const chatId = 'message' in fact ? fact.message.chatId : 'chatId' in fact ? fact.chatId : null
    return chatId !== staff.id || this.desk.state.groups.some(({ id }) => id === staff.id)
  }

  /** Nothing is kept of what the bot is told while it is signed out: it comes again. */
  private tell(facts: readonly TelegramFact[]): boolean {
    const delivery = { facts, people: [], accountId: fern.id, marks: {} }
    return this.try({ kind: 'receive-delivery', delivery }, theDesk)
  }

  private send(entry: OutboxEntry, how: 'sent' | 'lost' | 'refused'): void {
    const { desk } = this
    desk.attempt(entry.id)
    const now = desk.state.outbox.get(entry.id)
    if (!now || now.state.kind === 'failed') return
    const isKnown = desk.arrived.has(entry.id)
    const isThere =
      now.kind === 'reply' ||
      now.chatId !== staff.id ||
      now.topicId === noTopic ||
      desk.topics.has(now.topicId)
    if (!isKnown && (how === 'refused' || !isThere)) {
      const gone = isThere ? {} : { isTopicGone: true as const }
      const failure = { outboxId: entry.id, reason: 'No.', uncertain: false, ...gone }
      desk.ask({ kind: 'note-failure', ...failure }, theDesk)
      return
    }
    const wasClosed = desk.topics.get(now.topicId)?.isClosed
    const number = desk.arrive(now)
    if (now.kind === 'topic-task' && typeof now.task !== 'string' && now.task.kind === 'copy')
      this.shown.push(now.task.text)
    const isSame =
      now.kind === 'topic-task' && typeof now.task === 'string' && wasClosed === (now.task === 'close')
    if (!isKnown && !isSame) this.echo(now, number)
    if (how === 'lost') return
    if (isKnown) this.hear(this.stream.length)
    if (desk.state.outbox.has(entry.id)) desk.accept(entry.id, number)
  }

  private echo(entry: OutboxEntry, number: number): void {
    const { desk } = this
    const randomId = number % 2 === 0 ? entry.id : null
    const own = { number, senderId: fern.id, isOwn: true, randomId }
    const { chatId, topicId } = entry
    if (entry.kind === 'reply') {
      this.receivedFirst.push(entry.text)
      const { text, media } = entry
      const albumId = media.length > 1 ? `own-${number}` : null
      this.stream.push({
        kind: 'message',
        message: desk.message({ ...own, chatId, topicId, text, media: media.slice(0, 1), albumId }),
      })
    } else if (typeof entry.task === 'string') this.changed(topicId, entry.task === 'close', fern.id)
    else if (entry.task.kind === 'delete' && !entry.isMirror) {
      const numbers = [entry.task.number, ...(entry.task.more ?? [])]
      this.stream.push({ kind: 'messages-deleted', chatId, numbers, at: iso(desk.now) })
    } else if (entry.task.kind === 'edit' && !entry.isMirror) {
      const { number: edited, text } = entry.task
      const seen = desk.customer.find((one) => one.number === edited)
      if (!seen) return
      const message = desk.message({
        ...own,
        number: edited,
        chatId,
        topicId,
        text,
        media: seen.media.slice(0, 1),
      })
      this.stream.push({ kind: 'message-edited', message, editedAt: iso(desk.now) })
    } else if (entry.task.kind === 'create')
      this.stream.push({
        kind: 'topic-created',
        ...{ chatId, topicId: number, title: entry.task.title, by: fern.id, at: iso(desk.now) },
      })
    else if (entry.task.kind === 'copy') {
      const { text, media } = entry.task
      const albumId = media.length > 1 ? `own-${number}` : null
      this.stream.push({
        kind: 'message',
        message: desk.message({ ...own, chatId, topicId, text, media: media.slice(0, 1), albumId }),
      })
    }
  }

  private write(files: number, where: Partial<IncomingMessage>, words?: string): void {
    const said = where.isOwn ? 'program' : where.chatId === botChat ? 'customer' : 'colleague'
    const albumId = files > 1 ? `album-${this.words}` : null
    for (let file = 0; file < Math.max(1, files); file++) {
      const media = files > 0 ? [photo(`${said}-${this.words}-${file}`)] : []
      const text = file === 0 ? (words ?? this.word(said)) : ''
      this.stream.push({ kind: 'message', message: this.desk.message({ ...where, text, media, albumId }) })
    }
  }

  private inTopic(): Partial<IncomingMessage> {
    return { chatId: staff.id, topicId: this.desk.topicId, senderId: ravi.id }
  }

  private changed(topicId: number, closed: boolean, by: string): void {
    const { desk } = this
    this.stream.push({
      kind: 'topic-changed',
      ...{ chatId: staff.id, topicId, number: ++desk.number, closed },
      ...{ by, isOwn: by === fern.id, at: iso(desk.now) },
    })
  }

  private messageIn(chatId: string, nth: number): IncomingMessage | null {
    const written = [...this.told, ...this.stream].flatMap((fact) =>
      fact.kind === 'message' && !fact.message.isOwn && messageBox(fact.message.chatId) === messageBox(chatId)
        ? [fact.message]
        : [],
    )
    return written[nth % Math.max(1, written.length)] ?? null
  }

  private word(who: string): string {
    return `${who} ${++this.words}`
  }

  private try(intent: Intent, by = byAnna): boolean {
    try {
      this.desk.ask(intent, by)
      return true
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return false
    }
  }
}
