import { describe, expect, it } from 'vitest'
import { byAnna, iso, kinds, minute, mira, second } from '../desk-on-paper'
import { BotOnPaper, botChat, botTicket } from './bot-on-paper'
import { orders as asked, category, details, reach, toBot } from './questions'

const orders = { ...asked, onlyIf: null }

/** Mira changes the message of a number. */
function edits(bot: BotOnPaper, number: number, text: string) {
  const { desk } = bot
  desk.now += second
  const message = toBot({ chatId: botChat, senderId: mira.id, number, sentAt: iso(desk.now), text })
  return desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
}

/** Writes an answer; answers its number. */
function answers(bot: BotOnPaper, text: string): number {
  const number = bot.desk.number + 1
  bot.write(text)
  return number
}

describe('an answer that the customer corrects by an edit', () => {
  it('is corrected on the ticket, while the form goes on and after it', () => {
    const bot = BotOnPaper.asking({ ...details, required: true }, orders)
    bot.write('Hello')
    const first = answers(bot, 'Order 12')
    expect(kinds(edits(bot, first, 'Order 21'))).toEqual(['message-edited', 'field-answered'])
    expect(bot.answers).toEqual({ details: 'Order 21' })
    const second = answers(bot, '3')
    expect(bot.ticket.intake).toBeNull()
    edits(bot, second, '4')
    edits(bot, first, 'Order 22')
    expect(bot.answers).toEqual({ details: 'Order 22', orders: 4 })
    expect(edits(bot, first, 'Order 22')).toEqual([])
    expect(bot.desk.replayed()).toEqual(bot.desk.state)
  })

  it('is so for their own number, which is theirs from then on', () => {
    const bot = BotOnPaper.asking(reach)
    bot.write('Hello')
    edits(bot, answers(bot, '+358 40 123 4567'), '+358 40 765 4321')
    expect(bot.answers).toEqual({ reach: '+358 40 765 4321' })
    expect(bot.desk.state.contacts.get(mira.id)?.phone).toBe('+358 40 765 4321')
  })

  it('stays where the new words do not fit, were no answer, or name another choice', () => {
    const bot = BotOnPaper.asking(orders, category)
    bot.write('Hello')
    const hello = bot.desk.journal.recorded.flatMap(({ event }) =>
      event.kind === 'message-received' ? event.message.number : [],
    )
    const three = answers(bot, '3')
    const chosen = answers(bot, 'Billing')
    for (const [number, text] of [
      [hello[0] ?? 0, '5'],
      [three, 'three'],
      [chosen, 'Delivery'],
    ] as const)
      expect(kinds(edits(bot, number, text))).toEqual(['message-edited'])
    expect(bot.answers).toEqual({ orders: 3, category: 'Billing' })
  })

  it('stays on a ticket that is closed', () => {
    const bot = BotOnPaper.asking(orders)
    bot.write('Hello')
    const three = answers(bot, '3')
    const closed = { kind: 'change-status', to: 'closed', reason: null, until: null } as const
    bot.desk.ask({ ...closed, ticketId: botTicket }, byAnna)
    bot.desk.now += minute
    edits(bot, three, '4')
    expect(bot.answers).toEqual({ orders: 3 })
  })
})
