import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../../src-main/core/refusal'
import { iso, mira, theDesk } from '../desk-on-paper'
import { type BotDesk, botChat, botTicket, fern, staff } from '../telegram-on-paper'
import { mirrored } from './mirrored'

describe('a customer who cannot be reached', () => {
  const block = (desk: BotDesk, isBlocked: boolean) =>
    desk.deliver([{ kind: 'bot-blocked', chatId: botChat, isBlocked, at: iso(desk.now) }])

  it('has blocked the bot: said before anyone writes, and nothing is sent until they write again', () => {
    const desk = mirrored()
    block(desk, true)
    expect(block(desk, true)).toEqual([])
    desk.drain()
    const words = 'Mira has blocked the bot. Nothing can be sent until they write again.'
    expect(() => desk.reply('Hello', { ticketId: botTicket })).toThrow(new Refusal('not-allowed', words))
    desk.answers('Hello')
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.texts.slice(1)).toEqual([
      `Topicdesk: ${words}`,
      'Hello',
      `Topicdesk: ${words} This was not sent.`,
    ])
    desk.says({ text: 'I am back' })
    expect(desk.state.conversations.get(botTicket)?.privately?.blockedAt).toBeNull()
    desk.reply('Welcome back', { ticketId: botTicket })
    desk.drain()
    expect(desk.received).toEqual(['Welcome back'])
  })

  it('has deleted their account', () => {
    const desk = mirrored()
    desk.deliver([], [{ ...mira, isDeleted: true }])
    expect(() => desk.reply('Hello', { ticketId: botTicket })).toThrow(
      'Mira has deleted their account at Telegram. Nothing can be sent.',
    )
  })

  it('loses nothing of what the bot was told in the moment it was signed out', () => {
    const desk = mirrored()
    desk.ask({ kind: 'sign-out', accountId: fern.id, reason: 'by-agent' }, theDesk)
    const message = desk.message({ chatId: botChat, topicId: 0, text: 'Still there?' })
    const facts = [{ kind: 'message', message }] as const
    const delivery = { facts, people: [], accountId: fern.id, marks: { pts: '7' } }
    desk.refusal({ kind: 'receive-delivery', delivery }, theDesk)
    expect(desk.state.marks.size).toBe(0)
    desk.ask({ kind: 'sign-in', account: fern }, theDesk)
    desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
    expect(desk.ticket(botTicket).last?.text).toBe('Still there?')
  })

  it('is answered later where only the bot is signed out: the reply waits', () => {
    const desk = mirrored()
    desk.ask({ kind: 'sign-out', accountId: fern.id, reason: 'by-agent' }, theDesk)
    desk.reply('Hello', { ticketId: botTicket })
    expect(desk.state.outbox.size).toBe(1)
  })
})

describe('a staff group', () => {
  it('that was left is copied into no more', () => {
    const desk = mirrored()
    desk.says({ text: 'Two' })
    desk.ask({ kind: 'leave-group', groupId: staff.id })
    expect(desk.state.outbox.size).toBe(0)
    desk.says({ text: 'Three' })
    desk.drain()
    expect(desk.topics.get([...desk.topics.keys()][0] ?? 0)?.messages).toHaveLength(1)
  })

  it('that goes on under another id takes no number of before for one of its own', () => {
    const desk = mirrored()
    const { number } = desk.customer[0] ?? { number: 0 }
    const message = desk.message({ chatId: botChat, topicId: 0, number, text: 'My card is refused.' })
    desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    desk.says({ text: 'As I said', replyTo: number })
    desk.answers('On its way')
    const waits = () => [...desk.state.outbox.values()].sort((one, other) => one.seq - other.seq)
    expect(waits()).toMatchObject([
      { task: { kind: 'edit' } },
      { task: { kind: 'copy', replyTo: expect.any(Number) } },
      { kind: 'reply' },
    ])
    const to = '-100901'
    desk.deliver([{ kind: 'group-migrated', from: staff.id, to, at: iso(desk.now) }])
    expect(waits()).toMatchObject([{ chatId: to, task: { kind: 'copy', replyTo: null } }, { kind: 'reply' }])
    const [, reply] = waits()
    desk.attempt(reply?.id ?? '')
    desk.accept(reply?.id ?? '', ++desk.number)
    expect(desk.state.conversations.get(botTicket)?.mirror?.copies).toEqual([])
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('that goes on under another id is the same topic for the desk', () => {
    const desk = mirrored()
    desk.says({ text: 'Two' })
    const topicId = desk.topicId
    const to = '-100901'
    desk.deliver([{ kind: 'group-migrated', from: staff.id, to, at: iso(desk.now) }])
    expect([...desk.state.outbox.values()].map(({ chatId }) => chatId)).toEqual([to])
    desk.drain()
    desk.hearInStaffGroup({ chatId: to, topicId, text: 'From the new one' })
    desk.drain()
    expect(desk.received).toEqual(['From the new one'])
  })
})
