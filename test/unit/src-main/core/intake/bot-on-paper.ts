import { noTopic, privateChat } from '../../../../../src-main/core/conversation/message'
import type { DeskEvent } from '../../../../../src-main/core/desk/events'
import type { ReplyEntry } from '../../../../../src-main/core/outbox/entries'
import { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import type { Ticket } from '../../../../../src-main/core/ticket/ticket'
import type { IntakeQuestion, IntakeSettings } from '../../../../../src-preload/contract/intake'
import { DeskOnPaper, iso, mira, theDesk } from '../desk-on-paper'
import { toBot } from './questions'

export const botId = '90'
export const botChat = privateChat(botId, mira.id)
export const botTicket = `${botChat}:${noTopic}`

/** A customer's chat with a bot of the desk: they write and press, and get what the desk sends. */
export class BotOnPaper {
  readonly desk = DeskOnPaper.open()
  /** What arrived at the customer, in order. */
  readonly got: ReplyEntry[] = []
  /** How many messages the customer wrote. */
  wrote = 0
  private presses = 0

  constructor(intake: Partial<IntakeSettings> = {}) {
    const account = { id: botId, name: 'Fernline', username: 'fernline_bot', kind: 'bot' } as const
    this.desk.ask({ kind: 'sign-in', account })
    this.desk.ask({ kind: 'change-settings', patch: { intake } })
  }

  /** A bot that asks these questions. */
  static asking(...questions: readonly IntakeQuestion[]): BotOnPaper {
    return new BotOnPaper({ form: { isOn: true, questions: [...questions] } })
  }

  /** Mira writes, having got all that was on its way. */
  write(text: string, more: Parameters<typeof toBot>[0] = {}): readonly DeskEvent[] {
    this.arrive()
    const events = this.writeUnread(text, more)
    this.arrive()
    return events
  }

  /** Mira writes before what is on its way arrives. */
  writeUnread(text: string, more: Parameters<typeof toBot>[0] = {}): readonly DeskEvent[] {
    const { desk } = this
    this.wrote++
    const number = ++desk.number
    const message = toBot({
      chatId: botChat,
      senderId: mira.id,
      number,
      sentAt: iso(desk.now),
      text,
      ...more,
    })
    return desk.deliver([{ kind: 'message', message }])
  }

  /** Mira presses a button by what it carries; under the newest message of that label if none is given. */
  press(label: string, data = this.dataOf(label)): readonly DeskEvent[] {
    this.arrive()
    const events = this.desk.deliver([this.pressed(data)])
    this.arrive()
    return events
  }

  pressed(data: string, personId = mira.id) {
    const pressId = String(++this.presses)
    const place = { chatId: botChat, number: this.desk.number }
    return { kind: 'button-pressed', ...place, personId, data, pressId, at: iso(this.desk.now) } as const
  }

  /** What the newest button of that label carries. */
  dataOf(label: string): string {
    for (const { buttons = [] } of [...this.got].reverse())
      for (const button of buttons.flat())
        if (button.kind === 'choice' && button.text === label) return button.data
    throw new Error(`no button ${label}`)
  }

  /** Telegram takes all that waits for this customer, once its hold is over. */
  arrive(): void {
    const { desk } = this
    for (;;) {
      const held = [...desk.state.outbox.values()].map(({ state }) =>
        state.kind === 'held' ? state.until : 0,
      )
      desk.now = Math.max(desk.now, ...held)
      const [entry] = sendable(desk.state, desk.now)
      if (entry?.kind !== 'reply') return
      this.got.push(entry)
      desk.ask({ kind: 'note-attempt', outboxId: entry.id }, theDesk)
      const sent = { number: ++desk.number, sentAt: iso(desk.now), media: [] }
      desk.ask({ kind: 'note-sent', outboxId: entry.id, ...sent }, theDesk)
    }
  }

  pass(spanMs: number): readonly DeskEvent[] {
    const events = this.desk.pass(
      spanMs,
      [...this.desk.state.tickets.values()].map(({ id }) => id),
    )
    this.arrive()
    return events
  }

  get ticket(): Ticket {
    return this.desk.ticket(botTicket)
  }

  /** What the customer got of one kind, as text. */
  said(purpose: ReplyEntry['purpose']): readonly string[] {
    return this.got.filter((entry) => entry.purpose === purpose).map(({ text }) => text)
  }

  /** The answers on the ticket by key. */
  get answers(): Readonly<Record<string, string | number>> {
    return Object.fromEntries(this.ticket.fields.map(({ key, value }) => [key, value]))
  }
}
