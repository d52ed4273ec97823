import { describe, expect, it } from 'vitest'
import { nextUnsent } from '../../../../../src-main/core/outbox/next-unsent'
import { byAnna, ticketId } from '../desk-on-paper'
import { mirrored } from '../mirror/mirrored'
import { botTicket } from '../telegram-on-paper'
import { deskWithTicket, fail, other } from './outbox-on-paper'

describe('the next ticket with a message to send', () => {
  it('is none while nothing waits', () => {
    expect(nextUnsent(deskWithTicket().state, null)).toBe(null)
    expect(nextUnsent(deskWithTicket().state, ticketId)).toBe(null)
  })

  it('is the one whose message waits longest, then the next, round and round', () => {
    const desk = deskWithTicket()
    desk.reply('Second ticket', { ticketId: other, outboxId: '2' })
    desk.reply('First ticket', { outboxId: '9' })
    desk.reply('More', { ticketId: other, outboxId: '3' })
    expect(nextUnsent(desk.state, null)).toBe(other)
    expect(nextUnsent(desk.state, 'another one')).toBe(other)
    expect(nextUnsent(desk.state, other)).toBe(ticketId)
    expect(nextUnsent(desk.state, ticketId)).toBe(other)
  })

  it('is the same one again where it is the only one', () => {
    const desk = deskWithTicket()
    desk.reply('Hello')
    expect(nextUnsent(desk.state, ticketId)).toBe(ticketId)
  })

  it('is a resolved one too, whose reply failed', () => {
    const desk = deskWithTicket()
    fail(desk, desk.reply('Hello'))
    desk.ask({ kind: 'change-status', ticketId, to: 'resolved', reason: null, until: null }, byAnna)
    expect(desk.ticket().status).toBe('resolved')
    expect(nextUnsent(desk.state, null)).toBe(ticketId)
  })

  it('is of what customers wait for before what only the staff topic lacks', () => {
    const desk = mirrored()
    desk.says({ text: 'Are you there?' })
    expect(nextUnsent(desk.state, null)).toBe(botTicket)
    desk.topic()
    desk.hear()
    desk.reply('Hello')
    expect(nextUnsent(desk.state, null)).toBe(ticketId)
    expect(nextUnsent(desk.state, ticketId)).toBe(botTicket)
  })

  it('is never what belongs to no ticket', () => {
    const desk = deskWithTicket()
    desk.reply('Hello')
    const { outbox, tickets } = desk.state
    expect(nextUnsent({ outbox, tickets: tickets.delete(ticketId) }, null)).toBe(null)
  })
})
